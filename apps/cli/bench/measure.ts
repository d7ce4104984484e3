import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** One thing to measure: `run` does it `times` times. */
export interface Case {
  readonly name: string
  readonly run: (times: number) => Promise<void> | void
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' | 'major' }) => void

const ROUND_SECONDS = 0.12
const WARM_UP_SECONDS = 0.6

/**
 * Operations per CPU-second of the whole process, garbage collector and compiler included:
 * for each case the rate of every round. The cases take turns within a round, in alternating
 * order, so that a change of the machine's speed meets all of them.
 */
export async function measure(cases: readonly Case[], rounds: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const rates = new Map<string, number[]>(cases.map(({ name }) => [name, []]))
  const times = new Map<string, number>()
  for (const { name, run } of cases) times.set(name, await calibrate(run))
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? cases : cases.toReversed()
    for (const { name, run } of order) {
      const count = times.get(name) ?? 1
      rates.get(name)?.push(count / (await cpuSeconds(() => run(count))))
    }
  }
  return rates
}

/** How many times fill one round, found while the code warms up. */
async function calibrate(run: Case['run']): Promise<number> {
  let count = 1
  let spent = 0
  let last = 0
  while (spent < WARM_UP_SECONDS) {
    last = await cpuSeconds(() => run(count))
    spent += last
    if (last < ROUND_SECONDS / 2) count *= 2
  }
  return Math.max(1, Math.round((count * ROUND_SECONDS) / last))
}

/**
 * CPU seconds of the work and of clearing up behind it. Each signature leaves a native object that costs more than a
 * microsecond to free: without this, work that leaves little garbage would leave it to whatever comes next.
 */
async function cpuSeconds(work: () => Promise<void> | void): Promise<number> {
  collectGarbage({ type: 'minor' })
  const start = process.cpuUsage()
  await work()
  collectGarbage({ type: 'minor' })
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1)
  return (low + high) / 2
}

/** Median over the rounds of the ratio within each round. */
export function medianRatio(left: readonly number[], right: readonly number[]): number {
  return median(left.map((rate, round) => rate / (right[round] ?? Number.NaN)))
}
