import { byteOrderMark, guardedCsvRow } from '../read/csv/csv-writer.ts'
import type { SheetLines } from './sheet.ts'

/** A list as CSV, every row as wide as the table. Excel loses the zeros of numbers in it: XLSX is for Excel. */
export function csvList({ head, headings, columns, rows, block }: SheetLines): string {
  const wide = (cells: readonly string[]): string[] => columns.map((_, at) => cells[at] ?? '')
  const flat = headings.map((heading) => heading.replaceAll('\n', ' · '))
  const lines = [...head, flat, columns, ...rows, ...block]
  return byteOrderMark + lines.map((cells) => guardedCsvRow(wide(cells))).join('')
}
