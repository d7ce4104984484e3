import type { DoseRecord } from '@vaxcert/records'
import { type Decisions, decisionKey } from '@vaxcert/records/worklist'
import type { CleanseOutputs } from './cleanse-outputs.ts'
import type { DecidedLine } from './decided-cells.ts'
import type { JudgedRow } from './row-pass.ts'

/** How many decisions came to what. A decision counts once for each row of its dose. */
export type DecidedTally = Record<DecidedLine['result'], number>

export function emptyDecided(): DecidedTally {
  return { applied: 0, there: 0, stale: 0, noted: 0, 'no-such-dose': 0 }
}

/** Sees to it that no decision goes by unsaid. */
export interface DecidedLog {
  /** A row that an earlier run wrote. */
  skipped(record: DoseRecord): void
  add(row: JudgedRow): void
  /** Tells those that are about no dose of the files. */
  finish(): void
}

/** Memory: the keys of decisions that were met. */
export function openDecided(decisions: Decisions, tally: DecidedTally, outputs: CleanseOutputs): DecidedLog {
  const met = new Set<string>()
  const see = (dose: string, row: number): void => {
    const key = decisionKey(dose, row)
    if (decisions.has(key)) met.add(key)
  }
  const tell = (line: DecidedLine): void => {
    tally[line.result] += 1
    outputs.decided(line)
  }
  return {
    skipped({ values, place }) {
      if (decisions.size > 0) see(values.dose_id, place.row)
    },
    add({ decided, values, place }) {
      if (decided === undefined) return
      see(values.dose_id, place.row)
      for (const one of decided) tell({ ...one, row: place.row })
    },
    finish() {
      for (const [key, own] of decisions) {
        if (!met.has(key)) for (const decision of own) tell({ decision, result: 'no-such-dose' })
      }
    },
  }
}
