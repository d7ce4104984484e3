import { type CleansedRow, type Context, type DoseRecord, isRead, type ReadRow, type UnreadRow } from '@vaxcert/records'
import type { SetRow } from '@vaxcert/records/sets'
import { cleanseDecided, type DecidedRow, type Decisions } from '@vaxcert/records/worklist'
import type { SurveyedFile } from './surveyed-files.ts'

/** Judges all rows against each other. Answers in the rising order of rows. */
export type SetStage = (rows: AsyncIterable<CleansedRow>) => AsyncIterable<SetRow>

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
}

const noDecisions: Decisions = new Map()

/** Every row of the files, in order, after the rules that one row decides. Memory: a batch. */
export async function* rowPass(
  files: readonly SurveyedFile[],
  contextOf: (file: SurveyedFile) => Context,
  { decisions = noDecisions, skip = 0, skipped = () => {} }: RowPassOptions = {},
): AsyncGenerator<readonly (DecidedRow | UnreadRow)[]> {
  for (const surveyed of files) {
    const context = contextOf(surveyed)
    for await (const batch of surveyed.file.rows()) {
      const left = behind(batch, skip, skipped)
      if (left.length > 0) yield left.map((row) => (isRead(row) ? cleanseDecided(row, context, decisions) : row))
    }
  }
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
