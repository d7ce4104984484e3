import { setMaxListeners } from 'node:events'
import { Fault } from '@vaxcert/core/fault'
import type { Retries } from '../retry.ts'
import { isPassing, type RefusalCode } from './codes.ts'
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
  /** @throws Fault `signer.busy`, `signer.refused`, `signer.time`; the reason of the signal when it is aborted first */
  sign(toBeSigned: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>
  /** Waits for what was asked for. Whatever is asked later is refused. */
  close(): Promise<void>
}

/** A request takes all that has come until there is a connection for it: the busier, the fuller. */
export function collector(ask: AskMany, { connections, perRequest, retries }: CollectorOptions): Collector {
  const waiting: Item[] = []
  let underWay = 0
  let isScheduled = false
  let isClosed = false
  const onIdle: (() => void)[] = []

  const isIdle = (): boolean => underWay === 0 && waiting.length === 0

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
      if (isIdle()) for (const tell of onIdle.splice(0)) tell()
      schedule()
    }
  }

  /** @throws Fault `signer.busy` when some of them have no answer yet */
  async function round(items: readonly Item[]): Promise<void> {
    const open = items.filter(({ isOver }) => !isOver)
    if (open.length === 0) return
    const answers = await ask(open.map(({ toBeSigned }) => toBeSigned))
    for (const [index, item] of open.entries()) settle(item, answers[index] ?? 'signer.refused')
    if (open.some(({ isOver }) => !isOver)) throw new Fault('signer.busy', 'the server is busy')
  }

  return {
    sign(toBeSigned, signal) {
      return new Promise((resolve, reject) => {
        if (isClosed) return reject(new Fault('signer.refused', 'the signer is closed'))
        if (signal?.aborted) return reject(signal.reason)
        const onAbort = (): void => over(item, () => reject(signal?.reason))
        const release = (): void => signal?.removeEventListener('abort', onAbort)
        const item: Item = { toBeSigned, resolve, reject, release, isOver: false }
        if (signal !== undefined) {
          // As many wait for one signal as fit into the requests under way: Node would warn of a leak.
          setMaxListeners(0, signal)
          signal.addEventListener('abort', onAbort, { once: true })
        }
        waiting.push(item)
        schedule()
      })
    },
    async close() {
      isClosed = true
      if (!isIdle()) await new Promise<void>((resolve) => onIdle.push(resolve))
    },
  }
}

function settle(item: Item, answer: Answer): void {
  if (answer instanceof Uint8Array) over(item, () => item.resolve(answer))
  else if (!isPassing(answer)) over(item, () => item.reject(refusal(answer)))
}

/** What was laid out too long ago the server signs never, and laid out anew at once: so that has a code of its own. */
function refusal(answer: RefusalCode): Fault<'signer.refused' | 'signer.time'> {
  const code = answer === 'policy.time' ? 'signer.time' : 'signer.refused'
  return new Fault(code, `the server answers ${answer}`)
}

function over(item: Item, tell: () => void): void {
  if (item.isOver) return
  item.isOver = true
  item.release()
  tell()
}
