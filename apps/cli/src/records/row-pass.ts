import {
  type CleansedRow,
  type Context,
  cleansedAgain,
  type DoseRecord,
  isRead,
  type ReadRow,
  type UnreadRow,
} from '@vaxcert/records'
import type { SetProgress, SetRow } from '@vaxcert/records/sets'
import { cleanseDecided, type DecidedRow, type Decisions, decisionKey } from '@vaxcert/records/worklist'
import type { KeptFindings } from './kept-findings.ts'
import type { RowCursor } from './row-cursor.ts'
import type { SurveyedFile } from './surveyed-files.ts'

/** Judges all rows against each other. Answers in the rising order of rows. */
export type SetStage = (rows: AsyncIterable<CleansedRow>, progress?: SetProgress) => AsyncIterable<SetRow>

/** A row with all that was found in it. */
export interface JudgedRow extends DecidedRow {
  readonly mergedInto?: number
}

export interface RowPassOptions {
  readonly decisions?: Decisions
  /** Rows from the first that were done before: they are read, and not cleansed. */
  readonly skip?: number
  /** Is shown each of these. */
  readonly skipped?: (record: DoseRecord) => void
  /** What an earlier pass found: rules are then asked of decided rows only. */
  readonly kept?: RowCursor<KeptFindings>
}

const noDecisions: Decisions = new Map()

/** Every row of the files, in order, after the rules that one row decides. Memory: a batch. */
export async function* rowPass(
  files: readonly SurveyedFile[],
  contextOf: (file: SurveyedFile) => Context,
  { decisions = noDecisions, skip = 0, skipped = () => {}, kept }: RowPassOptions = {},
): AsyncGenerator<readonly (DecidedRow | UnreadRow)[]> {
  for (const surveyed of files) {
    const context = contextOf(surveyed)
    for await (const batch of surveyed.file.rows()) {
      const left = behind(batch, skip, skipped)
      if (left.length === 0) continue
      await kept?.load(left)
      yield left.map((row) => (isRead(row) ? judged(row, context, decisions, kept) : row))
    }
  }
}

function judged(
  record: DoseRecord,
  context: Context,
  decisions: Decisions,
  kept?: RowCursor<KeptFindings>,
): DecidedRow {
  if (kept === undefined || isDecided(record, decisions)) return cleanseDecided(record, context, decisions)
  return cleansedAgain(record, kept.at(record.place.row)?.findings ?? [], context)
}

function isDecided({ place, values }: DoseRecord, decisions: Decisions): boolean {
  return decisions.size > 0 && decisions.get(decisionKey(values.dose_id, place.row)) !== undefined
}

function behind(batch: readonly ReadRow[], skip: number, skipped: (record: DoseRecord) => void): readonly ReadRow[] {
  const first = batch.findIndex(({ place }) => place.row > skip)
  const before = first < 0 ? batch : batch.slice(0, first)
  for (const row of before) if (isRead(row)) skipped(row)
  return before.length === 0 ? batch : batch.slice(before.length)
}

/** The rows that could be read, one by one, for the whole set. */
export async function* readable(
  batches: AsyncIterable<readonly (CleansedRow | UnreadRow)[]>,
): AsyncGenerator<CleansedRow> {
  for await (const batch of batches) for (const row of batch) if (isCleansed(row)) yield row
}

export function isCleansed<Row extends CleansedRow>(row: Row | UnreadRow): row is Row {
  return 'findings' in row
}
