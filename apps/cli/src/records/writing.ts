import type { UnreadRow } from '@vaxcert/records'
import type { Decisions } from '@vaxcert/records/worklist'
import { type Offsets, openOutputs, reaches } from './cleanse-outputs.ts'
import { emptyTally, tallyRow, type WholeTally } from './cleanse-tally.ts'
import { openSpellings, type SavedSpellings, type Spellings } from './columns-report.ts'
import { type DecidedTally, emptyDecided, openDecided } from './decided-log.ts'
import { isCleansed, type JudgedRow, type RowPassOptions } from './row-pass.ts'
import type { CleanseSummary } from './run-cleanse.ts'
import type { RunFolder } from './run-folder.ts'
import type { Score } from './truth-score.ts'

/** Writes rows and counts them, so that a later run can go on. */
export interface Writing {
  /** Rows that an earlier run wrote. */
  readonly done: number
  readonly skipped: NonNullable<RowPassOptions['skipped']>
  readonly tally: WholeTally
  score?: Score
  add(row: JudgedRow | UnreadRow): void
  /** After a batch: saves where it is, when enough was written or it must be. */
  rest(isLast: boolean): void
  /** Puts all files in their places. */
  finish(columns: (spellings: Spellings) => object, otherSheets: number): CleanseSummary
}

interface Checkpoint {
  readonly offsets: Offsets
  readonly tally: WholeTally
  readonly decided: DecidedTally
  readonly spellings: SavedSpellings
}

export interface WritingPlan {
  readonly out: string
  readonly decisions?: Decisions
  readonly truth?: string
  readonly step?: number
}

const CHECKPOINT = 'checkpoint.json'
const STEP = 50_000

/** Goes on where the folder says; with a truth, which is held against every row, it begins anew. */
export function openWriting(plan: WritingPlan, folder: RunFolder): Writing {
  const { out, decisions = new Map(), truth, step = STEP } = plan
  const saved = truth === undefined ? folder.load<Checkpoint>(CHECKPOINT) : undefined
  const from = saved !== undefined && reaches(folder, saved.offsets) ? saved : undefined
  const outputs = openOutputs(out, folder, from?.offsets)
  const { tally, decided } = from ?? { tally: emptyTally(), decided: emptyDecided() }
  const spellings = openSpellings(from?.spellings)
  const log = openDecided(decisions, decided, outputs)
  let rested = tally.rows
  return {
    ...{ done: tally.rows, skipped: log.skipped, tally },
    add(row) {
      tallyRow(tally, row)
      if (!isCleansed(row)) return outputs.refuse(row)
      outputs.add(row)
      log.add(row)
      for (const finding of row.findings) spellings.add(finding)
    },
    rest(isLast) {
      if (truth !== undefined || (!isLast && tally.rows - rested < step)) return
      folder.save(CHECKPOINT, { offsets: outputs.sync(), tally, decided, spellings: spellings.saved() })
      rested = tally.rows
    },
    finish(columns, otherSheets) {
      log.finish()
      const { merged, ...counts } = tally
      const summary = { ...counts, ...this.score, merged, decided, otherSheets }
      outputs.finish(columns(spellings), summary)
      return summary
    },
  }
}
