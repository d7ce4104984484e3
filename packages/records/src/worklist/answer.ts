import { type Column, columns, type Outcome, outcomes } from './columns.ts'
import { isContradiction, readCorrection } from './corrections.ts'
import { type BasicField, basicFields } from './person.ts'
import type { Problem, RowCode } from './problem.ts'
import type { ReturnedRow } from './returned-sheet.ts'
import type { WorkRow } from './work-list.ts'

/** One cell that an officer changed. */
export interface CellChange {
  readonly field: BasicField
  readonly before: string
  readonly after: string
}

/** What came back for one person. */
export interface RowAnswer {
  readonly row: WorkRow
  readonly outcome: Outcome
  readonly changes: readonly CellChange[]
  readonly note: string
}

/** Reads what was written into a row: an answer, why it is none, or undefined where nobody wrote anything. */
export function readAnswer(
  row: WorkRow,
  returned: ReturnedRow | undefined,
  number: number,
): RowAnswer | Problem<RowCode> | undefined {
  const cell = (column: Column): string => returned?.cells[columns.indexOf(column)] ?? ''
  const place = { ...(returned && { line: returned.line }), number }
  const figure = cell('outcome')
  const note = cell('note')
  const written = basicFields.filter((field) => cell(`${field}_corrected`) !== '')
  if (figure === '' && written.length === 0)
    return note === '' ? undefined : { code: 'worklist.outcome', ...place, column: 'outcome' }
  const outcome = outcomeOf(figure, written.length > 0)
  if (outcome === undefined) return { code: 'worklist.outcome', ...place, column: 'outcome' }
  const texts =
    outcome === 'as-proposed'
      ? row.proposed
      : Object.fromEntries(written.map((field) => [field, cell(`${field}_corrected`)]))
  const read = readChanges(row, texts)
  if ('code' in read) return { ...read, ...place }
  if (outcome === 'as-proposed' && read.changes.length === 0)
    return { code: 'worklist.outcome', ...place, column: 'outcome' }
  return { row, outcome, changes: read.changes, note }
}

/** A correction without a figure is one; a figure that says something else beside it is a slip. */
function outcomeOf(figure: string, isWritten: boolean): Outcome | undefined {
  const outcome = Object.hasOwn(outcomes, figure) ? outcomes[figure as keyof typeof outcomes] : undefined
  if (isWritten) return figure === '' || outcome === 'as-corrected' ? 'as-corrected' : undefined
  return outcome === 'as-corrected' ? undefined : outcome
}

function readChanges(
  { declared }: WorkRow,
  texts: Readonly<Partial<Record<BasicField, string>>>,
): { readonly changes: readonly CellChange[] } | Problem<RowCode> {
  const after: Record<BasicField, string> = { ...declared }
  for (const field of basicFields) {
    const text = texts[field]
    if (text === undefined) continue
    const correction = readCorrection(field, text)
    if ('code' in correction) return { code: correction.code, column: `${field}_corrected` }
    after[field] = correction.value
  }
  const changes = basicFields
    .filter((field) => after[field] !== declared[field])
    .map((field) => ({ field, before: declared[field], after: after[field] }))
  if (changes.length > 0 && isContradiction(after)) return { code: 'worklist.disagrees', column: 'id_number_corrected' }
  return { changes }
}
