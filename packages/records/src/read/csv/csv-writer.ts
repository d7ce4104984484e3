import { withGuard } from './formula-guard.ts'

/** Begins a file that Excel is to read as UTF-8. */
export const byteOrderMark = '\uFEFF'

const mustQuote = /[",\r\n]|^\s|\s$/

/** One row of CSV (RFC 4180, ending in CRLF), for machines: its cells come back exactly as they are. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(quoteWhereNeeded).join(',')}\r\n`
}

/** The same for people, who open it in a spreadsheet: no cell of it is run. Read it with `isGuarded`. */
export function guardedCsvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => quoteWhereNeeded(withGuard(cell))).join(',')}\r\n`
}

function quoteWhereNeeded(cell: string): string {
  return mustQuote.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
