import type { LedgerCounts, Step } from '@vaxcert/batch'
import { count } from '../count.ts'
import { writeDuration } from '../durations.ts'
import type { TextSink } from '../io.ts'
import type { SignerState } from './run-worker.ts'

/** One line on a terminal, and nothing elsewhere: how far the issuing is, how fast, and what is in its way. */
export interface RunProgress {
  /** What a worker does. */
  step(worker: number, step: Step, signer: SignerState | undefined): void
  /** What the ledger says. */
  counts(counts: LedgerCounts): void
  /** Wipes the line. */
  end(): void
}

/** Milliseconds between two words of progress, and from how far back the rate is reckoned. */
const EVERY = 250
const BACK = 30_000

const signerText: Readonly<Record<SignerState, string>> = {
  closed: 'signer well',
  open: 'SIGNER DOES NOT ANSWER',
  'half-open': 'signer is tried again',
}

export function runProgress(sink: TextSink, now: () => Date): RunProgress {
  if (sink.isTTY !== true) return { step() {}, counts() {}, end() {} }
  const underWay = new Map<number, number>()
  const pace = paceOf()
  let [known, state, shown]: [LedgerCounts | undefined, SignerState | undefined, number] = [undefined, undefined, 0]
  const show = (): void => {
    const at = now().getTime()
    if (known === undefined || at - shown < EVERY) return
    shown = at
    const done = known.issued + known.refused + sum(underWay.values())
    sink.write(`\r\u001b[K${lineOf(known, done, pace(at, done), state)}`)
  }
  return {
    step(worker, { name, phase, certificates }, signer) {
      state = signer
      if (name === 'sign') underWay.set(worker, certificates)
      if (name === 'claim' || (name === 'complete' && phase === 'after')) underWay.delete(worker)
      show()
    },
    counts(counts) {
      known = counts
      show()
    },
    end: () => sink.write('\r\u001b[K'),
  }
}

function lineOf(
  { issued, refused, waiting, chunks }: LedgerCounts,
  done: number,
  perSecond: number | undefined,
  signer: SignerState | undefined,
): string {
  const total = issued + refused + waiting
  const left = Math.max(0, total - done)
  return [
    `issuing ${Math.min(done, total)} of ${total}`,
    ...(perSecond === undefined
      ? []
      : [`${Math.round(perSecond)} a second`, `${writeDuration(left / perSecond)} to go`]),
    `${refused} refused`,
    `${count(chunks.stuck ?? 0, 'chunk')} stuck`,
    ...(signer === undefined ? [] : [signerText[signer]]),
  ].join(', ')
}

/** Certificates a second over the last while; undefined while nobody can say. */
function paceOf(): (at: number, done: number) => number | undefined {
  const seen: { readonly at: number; readonly done: number }[] = []
  return (at, done) => {
    seen.push({ at, done })
    while (seen.length > 2 && at - (seen[1]?.at ?? at) > BACK) seen.shift()
    const [first] = seen
    if (first === undefined || at - first.at < 1000 || done <= first.done) return undefined
    return ((done - first.done) * 1000) / (at - first.at)
  }
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
