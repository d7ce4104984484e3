import { Fault } from '@vaxcert/core/fault'
import { knownHeadings, type Layout, layoutOf, meaningOf } from './layout.ts'
import type { Mapping } from './mapping.ts'

/** A row at the beginning of a file, cut into cells. */
export interface TopRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** The heading row of a file, and where its rows begin. */
export interface Heading {
  /** Line of the last row that is heading. */
  readonly line: number
  readonly layout: Layout
}

/** With fewer known headings a row is a title, or a row of data. */
const FEWEST_KNOWN = 2

/** The row with most known headings among the first rows: titles above it are passed over. */
export function bestHeading(rows: readonly TopRow[], mapping: Mapping): { index: number; known: number } {
  let best = { index: -1, known: 0 }
  rows.forEach((row, index) => {
    const known = knownHeadings(row.cells, mapping)
    if (known > best.known) best = { index, known }
  })
  return best
}

/**
 * Lays out the heading of a file. A heading over two rows (as under merged cells: "Giới tính" over "Nam" and "Nữ") is
 * read as one, the lower row first.
 * @throws Fault `record.heading` when no row is a heading, or two columns are headed as the same field
 */
export function findHeading(rows: readonly TopRow[], mapping: Mapping): Heading {
  const { index, known } = bestHeading(rows, mapping)
  const row = rows[index]
  if (row === undefined || known < FEWEST_KNOWN) throw new Fault('record.heading', 'no heading row is known')
  const lower = rows[index + 1]
  if (lower === undefined || !isLowerHeading(lower.cells, row.cells, mapping)) {
    return { line: row.line, layout: layoutOf(row.cells, mapping) }
  }
  const cells = Array.from({ length: Math.max(row.cells.length, lower.cells.length) }, (_, column) => {
    return lower.cells[column]?.trim() || (row.cells[column] ?? '')
  })
  return { line: lower.line, layout: layoutOf(cells, mapping) }
}

/** Every cell of it is a known heading or empty, and it is not the heading row again. */
function isLowerHeading(lower: readonly string[], upper: readonly string[], mapping: Mapping): boolean {
  const filled = lower.filter((cell) => cell.trim() !== '')
  if (filled.length === 0 || filled.length >= upper.filter((cell) => cell.trim() !== '').length) return false
  return filled.every((cell) => ['field', 'second', 'mark'].includes(meaningOf(cell, mapping).kind))
}
