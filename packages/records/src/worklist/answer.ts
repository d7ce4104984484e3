import type { Field } from '../record.ts'
import type { Column, Outcome, SheetField } from './columns.ts'
import { isContradiction, readCorrection } from './corrections.ts'
import { asDuplicate, statusChange } from './dose-answer.ts'
import { readDoseCorrection } from './dose-corrections.ts'
import { type BasicField, basicFields } from './person.ts'
import type { Problem, RowCode } from './problem.ts'
import type { ReturnedRow } from './returned-sheet.ts'
import { formOf, type SheetForm } from './sheet-form.ts'
import type { TimelinePlace, WorkList, WorkRow } from './work-list.ts'

/** A value that an officer changed, by a corrected cell or by an outcome. */
export interface CellChange {
  readonly field: SheetField | 'status'
  readonly before: string
  readonly after: string
}

/** What came back for one row. */
export interface RowAnswer {
  readonly row: WorkRow
  readonly outcome: Outcome
  readonly changes: readonly CellChange[]
  readonly note: string
  /** The dose that is kept in the place of a double. */
  readonly kept?: TimelinePlace
}

type Texts = Readonly<Partial<Record<SheetField, string>>>

/** Reads what was written into a row: an answer, why it is none, or undefined where nobody wrote anything. */
export function readAnswer(
  list: WorkList,
  row: WorkRow,
  returned: ReturnedRow | undefined,
  number: number,
): RowAnswer | Problem<RowCode> | undefined {
  const form = formOf(list.kind)
  const cell = (column: Column): string => returned?.cells[form.columns.indexOf(column)] ?? ''
  const place = { ...(returned && { line: returned.line }), number }
  const [figure, note, duplicate] = [cell('outcome'), cell('note'), cell('duplicate_of')]
  const written = form.fields.filter((field) => cell(`${field}_corrected`) !== '')
  if ([figure, note, duplicate, ...written].every((text) => text === '')) return undefined
  const outcome = outcomeOf(form, figure, written.length > 0, duplicate !== '')
  const slip = { code: 'worklist.outcome', ...place, column: 'outcome' } as const
  if (outcome === undefined) return slip
  const texts = Object.fromEntries(written.map((field) => [field, cell(`${field}_corrected`)]))
  const read = readChanges(list, row, outcome === 'as-proposed' ? row.proposed : texts)
  if ('code' in read) return { ...read, ...place }
  if (outcome === 'as-proposed' && read.changes.length === 0) return slip
  const answer = { row, outcome, changes: [...read.changes, ...statusChange(row, outcome)], note }
  const whole = outcome === 'duplicate' ? asDuplicate(answer, duplicate) : answer
  return 'code' in whole ? { ...whole, ...place } : whole
}

/** A correction, or the dose that a row is a double of, says enough without a figure; another figure beside it is a slip. */
function outcomeOf(form: SheetForm, figure: string, isWritten: boolean, isDouble: boolean): Outcome | undefined {
  const outcome = Object.hasOwn(form.outcomes, figure) ? form.outcomes[figure] : undefined
  if (isWritten && isDouble) return undefined
  if (isWritten || isDouble) {
    const meant = isWritten ? 'as-corrected' : 'duplicate'
    return figure === '' || outcome === meant ? meant : undefined
  }
  return outcome === 'as-corrected' ? undefined : outcome
}

function readChanges(
  { kind, issued }: WorkList,
  { declared }: WorkRow,
  texts: Texts,
): { readonly changes: readonly CellChange[] } | Problem<RowCode> {
  const country = texts.country ?? declared.country ?? ''
  const after: Partial<Record<Field, string>> = { ...declared }
  const written = Object.entries(texts) as [SheetField, string][]
  for (const [field, text] of written) {
    const correction = isBasic(field)
      ? readCorrection(field, text, kind === 'foreign')
      : readDoseCorrection(field, text, { country, issued })
    if ('code' in correction) return { code: correction.code, column: `${field}_corrected` }
    after[field] = correction.value
  }
  const changes = written.flatMap(([field]) => change(field, declared[field] ?? '', after[field] ?? ''))
  const isWrong = kind !== 'dose' && changes.length > 0 && isContradiction(after as Record<BasicField, string>)
  return isWrong ? { code: 'worklist.disagrees', column: 'id_number_corrected' } : { changes }
}

function change(field: SheetField, before: string, after: string): readonly CellChange[] {
  return before === after ? [] : [{ field, before, after }]
}

function isBasic(field: SheetField): field is BasicField {
  return basicFields.some((name) => name === field)
}
