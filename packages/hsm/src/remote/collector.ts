import { Fault } from '@vaxcert/core/fault'
import type { Retries } from '../retry.ts'
import { isPassing } from './codes.ts'
import type { Answer } from './messages.ts'

/** Asks for many signatures in one request. */
export type AskMany = (items: readonly Uint8Array[]) => Promise<readonly Answer[]>

export interface CollectorOptions {
  /** Requests under way at once. */
  readonly connections: number
  /** Signatures that one request asks for at most. */
  readonly perRequest: number
  readonly retries: Retries
}

interface Item {
  readonly toBeSigned: Uint8Array
  resolve(signature: Uint8Array): void
  reject(reason: unknown): void
  /** Lets go of the signal of whoever asked: it may live longer than many signatures. */
  release(): void
  /** True as soon as whoever asked has an answer, if only that it did not want to wait. */
  isOver: boolean
}

/** Signs one; under the lid, what is asked for at one time goes in one request. */
export interface Collector {
  /** @throws Fault `signer.busy`, `signer.refused`; the reason of the signal when it is aborted first */
  sign(toBeSigned: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>
  /** All that waits is refused, and whatever is asked later. */
  close(): void
}

/** A request takes all that has come until there is a connection for it: the busier, the fuller. */
export function collector(ask: AskMany, { connections, perRequest, retries }: CollectorOptions): Collector {
  const waiting: Item[] = []
  let underWay = 0
  let isScheduled = false
  let isClosed = false

  function schedule(): void {
    if (isScheduled || underWay >= connections || waiting.length === 0) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      while (underWay < connections && waiting.length > 0) void deliver(waiting.splice(0, perRequest))
    })
  }

  async function deliver(items: readonly Item[]): Promise<void> {
    underWay += 1
    try {
      await retries.run(() => round(items))
    } catch (error) {
      for (const item of items) over(item, () => item.reject(error))
    } finally {
      underWay -= 1
      schedule()
    }
  }

  /** @throws Fault `signer.busy` when some of them have no answer yet */
  async function round(items: readonly Item[]): Promise<void> {
    const open = items.filter(({ isOver }) => !isOver)
    if (open.length === 0) return
    if (isClosed) throw closed()
    const answers = await ask(open.map(({ toBeSigned }) => toBeSigned))
    for (const [index, item] of open.entries()) settle(item, answers[index] ?? 'signer.refused')
    if (open.some(({ isOver }) => !isOver)) throw new Fault('signer.busy', 'the server is busy')
  }

  return {
    sign(toBeSigned, signal) {
      return new Promise((resolve, reject) => {
        if (isClosed) return reject(closed())
        if (signal?.aborted) return reject(signal.reason)
        const onAbort = (): void => over(item, () => reject(signal?.reason))
        const release = (): void => signal?.removeEventListener('abort', onAbort)
        const item: Item = { toBeSigned, resolve, reject, release, isOver: false }
        signal?.addEventListener('abort', onAbort, { once: true })
        waiting.push(item)
        schedule()
      })
    },
    close() {
      isClosed = true
      for (const item of waiting.splice(0)) over(item, () => item.reject(closed()))
    },
  }
}

function settle(item: Item, answer: Answer): void {
  if (answer instanceof Uint8Array) over(item, () => item.resolve(answer))
  else if (!isPassing(answer))
    over(item, () => item.reject(new Fault('signer.refused', `the server answers ${answer}`)))
}

function over(item: Item, tell: () => void): void {
  if (item.isOver) return
  item.isOver = true
  item.release()
  tell()
}

function closed(): Fault<'signer.refused'> {
  return new Fault('signer.refused', 'the signer is closed')
}
