import { missed } from './parent/tally.ts'
import type { World } from './parent/world.ts'

/** What a run comes to. It is right when nothing was broken, nothing left out, and nothing ended by a mistake of ours. */
export interface CrashReport {
  readonly kills: number
  /** Steps at which a worker was killed. */
  readonly failpoints: number
  readonly lost: number
  readonly duplicate: number
  readonly unlogged: number
  readonly differing: number
  /** Steps at which nobody was killed. */
  readonly missed: readonly string[]
  readonly crashed: number
  readonly skipped: readonly string[]
  /** Milliseconds from a signing server that listens again to the next signature. */
  readonly recovery?: { readonly median: number; readonly longest: number }
  readonly done: Readonly<Record<string, number>>
}

export function reportOf({ tally, findings }: World, isFleet: boolean): CrashReport {
  const { kills, killedAt, told, recoveries, done, crashed, skipped } = tally
  const sorted = recoveries.toSorted((one, other) => one - other)
  return {
    kills,
    failpoints: [...told].filter((step) => killedAt.has(step)).length,
    ...findings.counts(),
    missed: isFleet ? [] : missed(tally),
    crashed: crashed.length,
    skipped,
    ...(sorted.length > 0 && {
      recovery: { median: sorted[sorted.length >> 1] ?? 0, longest: sorted.at(-1) ?? 0 },
    }),
    done: Object.fromEntries([...done].toSorted()),
  }
}

export function isRight({ lost, duplicate, unlogged, differing, missed: left, crashed }: CrashReport): boolean {
  return lost + duplicate + unlogged + differing + left.length + crashed === 0
}
