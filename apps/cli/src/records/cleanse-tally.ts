import type { UnreadRow } from '@vaxcert/records'
import { isCleansed, type JudgedRow } from './row-pass.ts'

/** What came of the rows. */
export interface CleanseTally {
  rows: number
  clean: number
  listed: number
  refused: number
  /** Changes that were made by themselves. */
  fixed: number
  readonly byRule: Record<string, number>
}

/** The same, and how many of the listed ones another row stands for. */
export interface WholeTally extends CleanseTally {
  merged: number
}

export function emptyTally(): WholeTally {
  return { rows: 0, clean: 0, listed: 0, refused: 0, fixed: 0, byRule: {}, merged: 0 }
}

export function tallyRow(tally: WholeTally, row: JudgedRow | UnreadRow): void {
  tally.rows += 1
  if (!isCleansed(row)) tally.refused += 1
  else {
    if (row.disposition === 'clean') tally.clean += 1
    else tally.listed += 1
    if (row.mergedInto !== undefined) tally.merged += 1
    for (const { rule, applied } of row.findings) {
      tally.byRule[rule] = (tally.byRule[rule] ?? 0) + 1
      if (applied) tally.fixed += 1
    }
  }
}
