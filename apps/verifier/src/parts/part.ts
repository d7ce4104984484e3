import { type ReadonlySignal, signal } from '@preact/signals'
import { Fault } from '@vaxcert/core/fault'

/** A piece of the app that lies in a file of its own and comes after the first screen. */
export interface Part<T> {
  /** Undefined until it has come. */
  readonly here: ReadonlySignal<T | undefined>
  /** The last attempt to get it failed. */
  readonly isMissing: ReadonlySignal<boolean>
  /**
   * Gets it, once: who asks later has the same. After a failure the next call tries again.
   * Rejects with a Fault `part.missing`.
   */
  get(): Promise<T>
}

export function partOf<T>(load: () => Promise<T>): Part<T> {
  const here = signal<T | undefined>(undefined)
  const isMissing = signal(false)
  let coming: Promise<T> | undefined

  async function attempt(): Promise<T> {
    isMissing.value = false
    try {
      const part = await load()
      here.value = part
      return part
    } catch (cause) {
      coming = undefined
      isMissing.value = true
      throw new Fault('part.missing', 'a part of the app could not be fetched', { cause })
    }
  }

  return {
    here,
    isMissing,
    get() {
      coming ??= attempt()
      return coming
    },
  }
}
