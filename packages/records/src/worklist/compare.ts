import { readDate } from '../dates/read-date.ts'
import { type Column, columns, isCorrected, type Outcome, outcomes, type SignatureMark } from './columns.ts'
import { isContradiction, readCorrection } from './corrections.ts'
import { type BasicField, basicFields } from './person.ts'
import type { Problem, RowCode, SheetCode } from './problem.ts'
import type { ReturnedRow, ReturnedSheet } from './returned-sheet.ts'
import { digestOf, type WorkList, type WorkRow } from './work-list.ts'

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

/** Who compared, as the signature block says; `date` as "2022-05-20". */
export interface Signed {
  readonly officer: string
  readonly role: string
  readonly unit: string
  readonly date: string
  readonly receiver?: string
}

export type Comparison =
  | { readonly kind: 'refused'; readonly problems: readonly Problem<SheetCode>[] }
  | {
      readonly kind: 'taken'
      readonly signed: Signed
      readonly answers: readonly RowAnswer[]
      /** Rows that stay open since what was written does not do. */
      readonly problems: readonly Problem<RowCode>[]
      /** How many rows nobody wrote into. */
      readonly untouched: number
    }

/**
 * Holds a returned sheet against the list that was handed out. It is refused, whole, where anything but the columns to be
 * filled differs: what was signed would not be what was compared. All that is wrong is told at once.
 */
export function compareReturned(list: WorkList, sheet: ReturnedSheet): Comparison {
  const signed = readSignature(sheet.signature, list.issued)
  const problems = [...sheet.problems, ...headProblems(list, sheet), ...rowProblems(list, sheet)]
  if (signed === undefined || problems.length > 0) {
    return { kind: 'refused', problems: signed ? problems : [...problems, { code: 'worklist.signature' }] }
  }
  const byKey = new Map(sheet.rows.map((row) => [row.key, row]))
  const read = list.rows.map((row, index) => readAnswer(row, byKey.get(row.key), index + 1))
  return {
    kind: 'taken',
    signed,
    answers: read.flatMap((one) => (one !== undefined && 'outcome' in one ? [one] : [])),
    problems: read.flatMap((one) => (one !== undefined && 'code' in one ? [one] : [])),
    untouched: read.filter((one) => one === undefined).length,
  }
}

function headProblems(list: WorkList, sheet: ReturnedSheet): readonly Problem<SheetCode>[] {
  if (sheet.listId !== list.id) return [{ code: 'worklist.list' }]
  return sheet.digest === list.digest && digestOf(list.id, list.rows) === list.digest
    ? []
    : [{ code: 'worklist.digest' }]
}

function rowProblems(list: WorkList, sheet: ReturnedSheet): readonly Problem<SheetCode>[] {
  const handedOut = new Map(list.rows.map((row, index) => [row.key, { row, number: index + 1 }]))
  const seen = new Set<string>()
  const found = sheet.rows.flatMap((returned): Problem<SheetCode>[] => {
    const { key, line } = returned
    const original = handedOut.get(key)
    if (original === undefined) return [{ code: 'worklist.foreign-row', line }]
    const { number, row } = original
    if (seen.has(key)) return [{ code: 'worklist.double-row', line, number }]
    seen.add(key)
    return changedColumns(row, returned).map((column) => ({ code: 'worklist.declared', line, number, column }))
  })
  const lost = [...handedOut.values()].filter(({ row }) => !seen.has(row.key))
  return [...found, ...lost.map(({ number }) => ({ code: 'worklist.lost-row' as const, number }))]
}

function changedColumns({ cells }: WorkRow, returned: ReturnedRow): readonly Column[] {
  return columns.filter((column, at) => !isCorrected(column) && cells[at] !== returned.cells[at])
}

function readSignature(block: Readonly<Partial<Record<SignatureMark, string>>>, issued: string): Signed | undefined {
  const { officer, role, unit, receiver } = block
  const date = readDate(block.date ?? '', 'dmy')
  if (officer === undefined || role === undefined || unit === undefined || date?.precision !== 'day') return undefined
  if (date.isShortYear || date.iso < issued) return undefined
  return { officer, role, unit, date: date.iso, ...(receiver !== undefined && { receiver }) }
}

/** Undefined for a row that nobody wrote into. */
function readAnswer(
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
