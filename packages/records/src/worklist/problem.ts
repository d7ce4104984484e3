import type { Column } from './columns.ts'

/** Why a returned sheet is not taken, whole. */
export type SheetCode =
  | 'worklist.shape'
  | 'worklist.list'
  | 'worklist.digest'
  | 'worklist.again'
  | 'worklist.columns'
  | 'worklist.signature'
  | 'worklist.foreign-row'
  | 'worklist.double-row'
  | 'worklist.lost-row'
  | 'worklist.declared'
  | 'worklist.damaged'

/** Why one row of a sheet that is taken stays open. */
export type RowCode =
  | 'worklist.number'
  | 'worklist.name'
  | 'worklist.birth-date'
  | 'worklist.sex'
  | 'worklist.disagrees'
  | 'worklist.product'
  | 'worklist.lot'
  | 'worklist.dose-date'
  | 'worklist.dose-number'
  | 'worklist.dose-class'
  | 'worklist.facility'
  | 'worklist.country'
  | 'worklist.evidence'
  | 'worklist.duplicate'
  | 'worklist.outcome'

/** What stands in a sheet that is taken, and is for people to read. */
export type NoteCode = 'worklist.note'

/** What does not fit, and where: never what stands there. */
export interface Problem<Code extends SheetCode | RowCode | NoteCode = SheetCode | RowCode | NoteCode> {
  readonly code: Code
  /** Line of the sheet, from 1; absent where nothing stands in its place. */
  readonly line?: number
  /** Number of the row within its list. */
  readonly number?: number
  /** A column of ours, or the letters of one that somebody put in: "K". */
  readonly column?: Column | (string & {})
}
