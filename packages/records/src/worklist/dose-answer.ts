import { GIVEN, WITHDRAWN } from '../dose/status.ts'
import type { CellChange, RowAnswer } from './answer.ts'
import type { Outcome } from './columns.ts'
import type { Problem, RowCode } from './problem.ts'
import type { TimelinePlace, WorkRow } from './work-list.ts'

/** What follows for the status of a dose from an outcome: it is withdrawn, or was given though the status denies it. */
export function statusChange(row: WorkRow, outcome: Outcome): readonly CellChange[] {
  const before = row.declared.status ?? ''
  if (outcome === 'not-given' || outcome === 'duplicate') return [{ field: 'status', before, after: WITHDRAWN }]
  return outcome.startsWith('by-') && row.isGivenAsked === true ? [{ field: 'status', before, after: GIVEN }] : []
}

/** The dose of the timeline that is kept in the place of a double, by its number on the sheet: "2" or "(2)". */
export function keptDose({ timeline = [], records }: WorkRow, text: string): TimelinePlace | Problem<RowCode> {
  const number = /^\(?(\d{1,2})\)?$/.exec(text)?.[1]
  const kept = timeline[Number(number ?? 0) - 1]
  return kept === undefined || records.includes(kept.row)
    ? { code: 'worklist.duplicate', column: 'duplicate_of' }
    : kept
}

/** Puts the dose that is kept into the answer for a double. */
export function asDuplicate(answer: RowAnswer, text: string): RowAnswer | Problem<RowCode> {
  const kept = keptDose(answer.row, text)
  return 'code' in kept ? kept : { ...answer, kept }
}
