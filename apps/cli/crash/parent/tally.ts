import type { StepName } from '@vaxcert/batch'

/** What was done to the ledgers, over all episodes. */
export interface Tally {
  /** Processes that ended by SIGKILL: workers, planners, signing servers; and database servers that were stopped at once. */
  kills: number
  /** Steps that workers told of: the failpoints that there are. */
  readonly told: Set<string>
  /** How often a worker was killed at each. */
  readonly killedAt: Map<string, number>
  /** How often everything else was done. */
  readonly done: Map<string, number>
  /** Milliseconds from the moment when a killed signing server listens again to the next signature. */
  readonly recoveries: number[]
  /** Processes that ended by a mistake of ours, with what they said. */
  readonly crashed: string[]
  /** What could not be tried here, and why. */
  readonly skipped: string[]
}

export function emptyTally(): Tally {
  return {
    ...{ kills: 0, told: new Set(), killedAt: new Map(), done: new Map() },
    ...{ recoveries: [], crashed: [], skipped: [] },
  }
}

export function count(counts: Map<string, number>, what: string, more = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + more)
}

/** Every name there is: another one does not compile before it is entered here. */
const steps: Readonly<Record<StepName, true>> = {
  ...{ claim: true, intend: true, sign: true, log: true, release: true, complete: true },
}

/** Failpoints at which nobody was killed, and steps that nobody told of. */
export function missed({ told, killedAt }: Tally): readonly string[] {
  const silent = Object.keys(steps).filter((name) => ![...told].some((step) => step.startsWith(`${name} `)))
  return [...silent, ...[...told].filter((step) => !killedAt.has(step))]
}
