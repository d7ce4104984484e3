import { tidyText } from '../names/canonical.ts'
import { withoutGuard } from '../read/csv/formula-guard.ts'
import type { RecordSource } from '../read/source.ts'
import { tableRows } from '../read/table-rows.ts'
import { blockMarks, headMarks, type SignatureMark, signatureMarks } from './columns.ts'
import type { NoteCode, Problem, SheetCode } from './problem.ts'
import { type FoundTable, findTable, type SheetLine } from './returned-table.ts'
import { columnName } from './sheet-xml.ts'
import { LONGEST_LIST } from './work-list.ts'

/** A sheet as it came back. Nothing in it is believed yet. */
export interface ReturnedSheet {
  readonly listId: string
  readonly digest: string
  readonly rows: readonly ReturnedRow[]
  readonly signature: Readonly<Partial<Record<SignatureMark, string>>>
  readonly problems: readonly Problem<SheetCode>[]
  /** What stands where no column takes it. */
  readonly notes: readonly Problem<NoteCode>[]
}

export interface ReturnedRow {
  readonly line: number
  readonly key: string
  /** In the order of the form's columns. */
  readonly cells: readonly string[]
}

interface Reading {
  readonly table: FoundTable
  readonly marks: Map<string, string>
  readonly rows: ReturnedRow[]
  readonly problems: Problem<SheetCode>[]
  readonly notes: Problem<NoteCode>[]
  /** Whether the table is behind: what follows is a note, and no row. */
  isBelow: boolean
}

/** Beyond lies no list of ours. */
const MOST_LINES = LONGEST_LIST + 500
const rowKey = /^\d{1,4}-[0-9a-f]{6}$/
const marks: readonly string[] = [...headMarks, ...blockMarks]

/**
 * Reads a returned list, CSV or XLSX, as offices return them: sorted, filtered, with columns moved or put in, in another
 * order of sheets. Lines around the table are known by their marks, rows by their keys, columns by their names. What is
 * none of these is told, so that nothing is left out unseen.
 * @throws Fault `record.workbook`, `record.too-large`
 */
export async function readReturned(source: RecordSource): Promise<ReturnedSheet> {
  const lines: SheetLine[] = []
  const problems: Problem<SheetCode>[] = []
  for await (const batch of tableRows(source, 'row_key', { everySheet: true })) {
    for (const { line, cells } of batch) {
      if (cells === undefined || lines.length > MOST_LINES) problems.push({ code: 'worklist.shape', line })
      else lines.push({ line, cells: cells.map((cell) => tidyText(withoutGuard(cell))) })
      if (problems.length > MOST_LINES) break
    }
  }
  const table = findTable(lines)
  const reading: Reading = {
    table,
    marks: new Map(),
    rows: [],
    problems: [...problems, ...table.problems],
    notes: [],
    isBelow: false,
  }
  for (const [index, line] of lines.entries()) readLine(reading, line, index)
  return sheetOf(reading)
}

function sheetOf({ marks, rows, problems, notes }: Reading): ReturnedSheet {
  const signature = signatureMarks.flatMap((mark) => {
    const text = marks.get(mark) ?? ''
    return text === '' ? [] : [[mark, text]]
  })
  return {
    listId: marks.get('list_id') ?? '',
    digest: marks.get('digest') ?? '',
    rows,
    signature: Object.fromEntries(signature),
    problems,
    notes,
  }
}

function readLine(reading: Reading, { line, cells }: SheetLine, index: number): void {
  const { table } = reading
  const mark = cells[table.key] ?? ''
  if (cells.every((cell) => cell === '') || index === table.line) return
  if (index > table.line && rowKey.test(mark)) readRow(reading, line, mark, cells)
  else if (marks.includes(mark)) readMark(reading, line, mark, cells.slice(table.key + 1), index > table.line)
  else if (index < table.line || reading.isBelow) noteLine(reading, line, cells, index)
  else reading.problems.push({ code: 'worklist.foreign-row', line })
}

function readRow({ table, rows, notes }: Reading, line: number, key: string, cells: readonly string[]): void {
  const foreign = cells.findIndex((cell, at) => cell !== '' && !table.taken.has(at))
  const column = columnName(foreign)
  if (foreign >= 0 && !notes.some((note) => note.column === column)) notes.push({ code: 'worklist.note', line, column })
  rows.push({ line, key, cells: table.form.columns.map((name) => cells[table.places.get(name) ?? -1] ?? '') })
}

/** Behind the mark stand what it means and, in whatever cell, the text. */
function readMark(reading: Reading, line: number, mark: string, cells: readonly string[], isBelow: boolean): void {
  const [, text = ''] = cells.filter((cell) => cell !== '')
  reading.isBelow ||= isBelow
  if (reading.marks.has(mark)) reading.problems.push({ code: 'worklist.shape', line })
  else reading.marks.set(mark, text)
}

/** The headings for people stand right above those for the program, as wide as the table. */
function noteLine({ table, notes }: Reading, line: number, cells: readonly string[], index: number): void {
  const isHeading =
    index === table.line - 1 && cells.filter((cell) => cell !== '').length >= table.form.columns.length / 2
  if (!isHeading) notes.push({ code: 'worklist.note', line })
}
