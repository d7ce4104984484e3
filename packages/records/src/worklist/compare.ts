import { readDate } from '../dates/read-date.ts'
import { type RowAnswer, readAnswer } from './answer.ts'
import { isCorrected, type SignatureMark } from './columns.ts'
import type { NoteCode, Problem, RowCode, SheetCode } from './problem.ts'
import type { ReturnedRow, ReturnedSheet } from './returned-sheet.ts'
import { stateOfCell } from './same-cell.ts'
import { formOf, type SheetForm } from './sheet-form.ts'
import { digestOf, type WorkList, type WorkRow } from './work-list.ts'

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
      /** What was written where no column takes it. */
      readonly notes: readonly Problem<NoteCode>[]
      /** How many rows nobody wrote into. */
      readonly untouched: number
    }

/**
 * Holds a returned sheet against the list that was handed out. It is refused, whole, where anything but the columns to be
 * filled says something else: what was signed would not be what was compared. All that is wrong is told at once. Nothing
 * is signed later than `today`, "2022-06-01".
 */
export function compareReturned(list: WorkList, sheet: ReturnedSheet, today: string): Comparison {
  const signed = readSignature(sheet.signature, list.issued, today)
  const problems = [...sheet.problems, ...headProblems(list, sheet), ...rowProblems(list, sheet)]
  if (signed === undefined || problems.length > 0) {
    return { kind: 'refused', problems: signed ? problems : [...problems, { code: 'worklist.signature' }] }
  }
  const byKey = new Map(sheet.rows.map((row) => [row.key, row]))
  const read = list.rows.map((row, index) => readAnswer(list, row, byKey.get(row.key), index + 1))
  return {
    kind: 'taken',
    signed,
    answers: read.flatMap((one) => (one !== undefined && 'outcome' in one ? [one] : [])),
    problems: read.flatMap((one) => (one !== undefined && 'code' in one ? [one] : [])),
    notes: sheet.notes,
    untouched: read.filter((one) => one === undefined).length,
  }
}

function headProblems(list: WorkList, sheet: ReturnedSheet): readonly Problem<SheetCode>[] {
  if (sheet.listId !== list.id) return [{ code: 'worklist.list' }]
  return sheet.digest === list.digest && digestOf(list) === list.digest ? [] : [{ code: 'worklist.digest' }]
}

function rowProblems(list: WorkList, sheet: ReturnedSheet): readonly Problem<SheetCode>[] {
  const handedOut = new Map(list.rows.map((row, index) => [row.key, { row, number: index + 1 }]))
  const seen = new Set<string>()
  const { columns } = formOf(list.kind)
  const found = sheet.rows.flatMap((returned): readonly Problem<SheetCode>[] => {
    const { key, line } = returned
    const original = handedOut.get(key)
    if (original === undefined) return [{ code: 'worklist.foreign-row', line }]
    if (seen.has(key)) return [{ code: 'worklist.double-row', line, number: original.number }]
    seen.add(key)
    return cellProblems(columns, original.row, returned, original.number)
  })
  const lost = [...handedOut.values()].filter(({ row }) => !seen.has(row.key))
  return [...found, ...lost.map(({ number }) => ({ code: 'worklist.lost-row' as const, number }))]
}

function cellProblems(
  columns: SheetForm['columns'],
  { cells }: WorkRow,
  { line, ...now }: ReturnedRow,
  number: number,
): readonly Problem<SheetCode>[] {
  return columns.flatMap((column, at): Problem<SheetCode>[] => {
    const state = isCorrected(column) ? 'same' : stateOfCell(cells[at] ?? '', now.cells[at] ?? '')
    return state === 'same'
      ? []
      : [{ code: state === 'damaged' ? 'worklist.damaged' : 'worklist.declared', line, number, column }]
  })
}

function readSignature(
  block: Readonly<Partial<Record<SignatureMark, string>>>,
  issued: string,
  today: string,
): Signed | undefined {
  const { officer, role, unit, receiver, date: text = '' } = block
  const date = readDate(text, 'dmy') ?? readDate(text, 'mdy')
  if (officer === undefined || role === undefined || unit === undefined || date?.precision !== 'day') return undefined
  if (date.isShortYear || date.iso < issued || date.iso > today) return undefined
  return { officer, role, unit, date: date.iso, ...(receiver !== undefined && { receiver }) }
}
