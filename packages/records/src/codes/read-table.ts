import { Fault } from '@vaxcert/core/fault'

/** What a list is made of. */
export interface TableForm<Column extends string> {
  /** Fault code of a list that is not so, "record.lots". */
  readonly fault: string
  /** Columns that must be there, with something in each row. */
  readonly columns: readonly Column[]
  /** Columns that may be missing or empty. */
  readonly optional?: readonly Column[]
}

export type TableRow<Column extends string> = Readonly<Record<Column, string>>

const MOST_ROWS = 1_000_000
const cell = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/gy

/**
 * A list as UTF-8 CSV: comma, quotes where needed, no line end within a cell; the first row names the columns, in any
 * order, and no others. Cells come without blanks around them.
 * @throws Fault of the form's code
 */
export function readTable<Column extends string>(csv: string, form: TableForm<Column>): readonly TableRow<Column>[] {
  const lines = csv
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
  if (lines.length === 0 || lines.length > MOST_ROWS) throw new Fault(form.fault, 'no rows, or too many')
  const heading = readHeading(cellsOf(lines[0] as string, form), form)
  return lines.slice(1).map((line) => readRow(cellsOf(line, form), heading, form))
}

function readHeading<Column extends string>(cells: readonly string[], form: TableForm<Column>): readonly Column[] {
  const known: readonly string[] = [...form.columns, ...(form.optional ?? [])]
  const isOnce = new Set(cells).size === cells.length
  const isKnown = cells.every((name) => known.includes(name))
  if (!isOnce || !isKnown || !form.columns.every((name) => cells.includes(name))) {
    throw new Fault(form.fault, 'a column is missing, unknown or there twice')
  }
  return cells as readonly Column[]
}

function readRow<Column extends string>(
  cells: readonly string[],
  heading: readonly Column[],
  form: TableForm<Column>,
): TableRow<Column> {
  if (cells.length !== heading.length) throw new Fault(form.fault, 'a row has too many cells or too few')
  const row = Object.fromEntries((form.optional ?? []).map((name) => [name, ''])) as Record<Column, string>
  for (let at = 0; at < heading.length; at += 1) row[heading[at] as Column] = cells[at] as string
  if (form.columns.some((name) => row[name] === '')) throw new Fault(form.fault, 'a cell is empty')
  return row
}

function cellsOf(line: string, { fault }: TableForm<string>): readonly string[] {
  if (!line.includes('"')) return line.split(',').map((text) => text.trim())
  const cells: string[] = []
  let end = 0
  for (const [whole, quoted, plain = ''] of line.matchAll(cell)) {
    cells.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim())
    end += whole.length
  }
  if (end !== line.length) throw new Fault(fault, 'a quote stands where none may')
  return cells
}
