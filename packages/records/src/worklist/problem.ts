import type { Column } from './columns.ts'

/** Why a returned sheet is not taken, whole. */
export type SheetCode =
  | 'worklist.shape'
  | 'worklist.list'
  | 'worklist.digest'
  | 'worklist.columns'
  | 'worklist.signature'
  | 'worklist.foreign-row'
  | 'worklist.double-row'
  | 'worklist.lost-row'
  | 'worklist.declared'

/** Why one row of a sheet that is taken stays open. */
export type RowCode =
  | 'worklist.number'
  | 'worklist.name'
  | 'worklist.birth-date'
  | 'worklist.sex'
  | 'worklist.disagrees'
  | 'worklist.outcome'

/** What does not fit, and where: never what stands there. */
export interface Problem<Code extends SheetCode | RowCode = SheetCode | RowCode> {
  readonly code: Code
  /** Line of the sheet, from 1; absent where nothing stands in its place. */
  readonly line?: number
  /** Number of the row within its list. */
  readonly number?: number
  readonly column?: Column | string
}
