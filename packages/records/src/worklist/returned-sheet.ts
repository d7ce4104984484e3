import { tidyText } from '../names/canonical.ts'
import { withoutGuard } from '../read/csv/formula-guard.ts'
import type { RecordSource } from '../read/source.ts'
import { tableRows } from '../read/table-rows.ts'
import { columns, headMarks, type SignatureMark, signatureMarks } from './columns.ts'
import type { Problem, SheetCode } from './problem.ts'
import { LONGEST_LIST } from './work-list.ts'

/** A sheet as it came back. Nothing in it is believed yet. */
export interface ReturnedSheet {
  readonly listId: string
  readonly digest: string
  readonly rows: readonly ReturnedRow[]
  readonly signature: Readonly<Partial<Record<SignatureMark, string>>>
  readonly problems: readonly Problem<SheetCode>[]
}

export interface ReturnedRow {
  readonly line: number
  readonly key: string
  /** In the order of `columns`. */
  readonly cells: readonly string[]
}

interface Reading {
  readonly marks: Map<string, string>
  readonly rows: ReturnedRow[]
  readonly problems: Problem<SheetCode>[]
  isTable: boolean
}

/** Beyond lies no list of ours. */
const MOST_LINES = LONGEST_LIST + 200
const rowKey = /^\d{1,4}-[0-9a-f]{6}$/

/**
 * Reads a returned list, CSV or XLSX: lines around the table by their marks, rows by their keys. A line that is neither is
 * a problem, so that nothing is left out unseen.
 * @throws Fault `record.workbook`, `record.too-large`
 */
export async function readReturned(source: RecordSource): Promise<ReturnedSheet> {
  const reading: Reading = { marks: new Map(), rows: [], problems: [], isTable: false }
  for await (const batch of tableRows(source, 'row_key')) {
    for (const { line, cells } of batch) {
      if (cells === undefined || line > MOST_LINES) reading.problems.push({ code: 'worklist.shape', line })
      else
        readLine(
          reading,
          line,
          cells.map((cell) => tidyText(withoutGuard(cell))),
        )
      if (reading.problems.length > MOST_LINES) return sheetOf(reading)
    }
  }
  if (!reading.isTable) reading.problems.push({ code: 'worklist.columns' })
  return sheetOf(reading)
}

function sheetOf({ marks, rows, problems }: Reading): ReturnedSheet {
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
  }
}

const marks: readonly string[] = [...headMarks, ...signatureMarks, 'help']

function readLine(reading: Reading, line: number, cells: readonly string[]): void {
  const [mark = '', , ...texts] = cells
  if (cells.every((cell) => cell === '')) return
  if (rowKey.test(mark) && reading.isTable) {
    const isWide = cells.slice(columns.length).some((cell) => cell !== '')
    if (isWide) reading.problems.push({ code: 'worklist.columns', line })
    reading.rows.push({ line, key: mark, cells: columns.map((_, at) => cells[at] ?? '') })
  } else if (mark === 'row_key' && !reading.isTable) {
    reading.isTable = true
    if (!columns.every((column, at) => cells[at] === column)) reading.problems.push({ code: 'worklist.columns', line })
  } else if (marks.includes(mark)) {
    readMark(reading, line, mark, texts.find((text) => text !== '') ?? '')
  } else if (reading.isTable || !isHeading(cells)) {
    reading.problems.push({ code: 'worklist.foreign-row', line })
  }
}

/** The headings for people: the last line before those for the program, as wide as the table. */
function isHeading(cells: readonly string[]): boolean {
  return cells.length >= columns.length && columns.every((_, at) => cells[at] !== '')
}

function readMark(reading: Reading, line: number, mark: string, text: string): void {
  if (reading.marks.has(mark)) reading.problems.push({ code: 'worklist.shape', line })
  else reading.marks.set(mark, text)
}
