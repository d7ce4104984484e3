import { MM } from './pen.ts'

/**
 * The page in points from its upper left corner. It is folded twice, across and along: nothing that is read lies on a
 * fold, and the code has a quarter of its own.
 */
export const page = { width: 210 * MM, height: 297 * MM, foldX: 105 * MM, foldY: 148.5 * MM }

/** Columns left and right of the fold. */
export const left = { x: 17 * MM, width: 79 * MM }
export const right = { x: 114 * MM, width: 79 * MM }

/** Smallest and largest side of the code, in millimetres, and the smallest module that a camera reads with ease. */
export const qrSide = { min: 35, usual: 50, max: 60 }
export const MIN_MODULE = 0.33

/** Middle of the code. */
export const qrCentre = { x: right.x + right.width / 2, y: 66 * MM }

/** The eleven rows. */
export const table = { top: 167 * MM, first: 16 * MM, row: 9.3 * MM }

/** Left of the labels, for the number of the field. */
export const NUMBER_COLUMN: number = 6 * MM
