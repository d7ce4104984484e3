import { MM } from './pen.ts'

/**
 * The page in points from its upper left corner. It is folded twice, across and along: nothing that is read lies on a
 * fold, and the code has a quarter of its own.
 */
export const page: Readonly<Record<'width' | 'height' | 'foldX' | 'foldY', number>> = {
  width: 210 * MM,
  height: 297 * MM,
  foldX: 105 * MM,
  foldY: 148.5 * MM,
}

/** A column: its left edge and its width, in points. */
export interface Column {
  readonly x: number
  readonly width: number
}

/** Columns left and right of the fold. */
export const left: Column = { x: 17 * MM, width: 79 * MM }
export const right: Column = { x: 114 * MM, width: 79 * MM }

/** Smallest and largest side of the code, in millimetres, and the smallest module that a camera reads with ease. */
export const qrSide = { min: 35, usual: 50, max: 60 }
export const MIN_MODULE = 0.33

/** Where the code stands: its left edge, and the lower one, whatever its side. */
export const qrFoot: { readonly x: number; readonly y: number } = { x: right.x, y: 93 * MM }

/** The eleven rows: names are long, and codes run over two lines. */
export const table: Readonly<Record<'top' | 'first' | 'row' | 'last' | 'rows', number>> = {
  top: 164 * MM,
  first: 18.5 * MM,
  row: 8.95 * MM,
  last: 13 * MM,
  rows: 11,
}

/** Height of a row. */
export function rowHeight(row: number): number {
  if (row === 0) return table.first
  return row === table.rows - 1 ? table.last : table.row
}

/** Left of the labels, for the number of the field. */
export const NUMBER_COLUMN: number = 6 * MM
