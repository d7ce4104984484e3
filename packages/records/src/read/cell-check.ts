import type { UnreadReason } from '../record.ts'
import type { Layout } from './layout.ts'

/** What speaks against the cells of a row; `blank` where nothing is in them, so that it is no row. */
export type CellCheck = (cells: readonly string[]) => UnreadReason | 'blank' | undefined

/**
 * Rows have a cell under every heading, and nothing beyond. `mayEndEarly`: as in sheets, whose empty cells at the end
 * of a row are not there.
 */
export function cellCheck({ headings }: Layout, mayEndEarly = false): CellCheck {
  const most = headings.length
  const fewest = mayEndEarly ? 0 : headings.findLastIndex((heading) => heading.trim() !== '') + 1
  return (cells) => {
    const [first = ''] = cells
    if (first.trim() === '' && cells.every((cell) => cell.trim() === '')) return 'blank'
    if (cells.length < fewest || (cells.length > most && hasTextBeyond(cells, most))) return 'cells'
    return first === headings[0] && isHeadingAgain(cells, headings) ? 'heading' : undefined
  }
}

function hasTextBeyond(cells: readonly string[], width: number): boolean {
  return cells.some((cell, column) => column >= width && cell.trim() !== '')
}

function isHeadingAgain(cells: readonly string[], headings: readonly string[]): boolean {
  return headings.every((heading, column) => heading === (cells[column] ?? ''))
}
