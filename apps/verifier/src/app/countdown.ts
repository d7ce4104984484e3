import { type ReadonlySignal, signal } from '@preact/signals'

/** Seconds until something happens by itself. */
export interface Countdown {
  /** Undefined while nothing is counted. */
  readonly left: ReadonlySignal<number | undefined>
  /** Counts anew from so many seconds; `onEnd` is called once, when none are left. */
  start(seconds: number, onEnd: () => void): void
  /** Gives at least so many seconds from now, if anything is counted. */
  extend(seconds: number): void
  stop(): void
}

export function createCountdown(): Countdown {
  const left = signal<number | undefined>(undefined)
  let timer: ReturnType<typeof setInterval> | undefined

  function stop(): void {
    clearInterval(timer)
    left.value = undefined
  }

  function tick(onEnd: () => void): void {
    const remaining = (left.value ?? 0) - 1
    if (remaining > 0) left.value = remaining
    else {
      stop()
      onEnd()
    }
  }

  return {
    left,
    start(seconds, onEnd) {
      stop()
      left.value = seconds
      timer = setInterval(() => tick(onEnd), 1000)
    },
    extend(seconds) {
      if (left.value !== undefined) left.value = Math.max(left.value, seconds)
    },
    stop,
  }
}
