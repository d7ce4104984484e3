import { type CleansedRow, type Context, cleanseRow, type Finding, isRead, type UnreadRow } from '@vaxcert/records'
import type { SurveyedFile } from './surveyed-files.ts'

/** What the whole set says of a row; rows of which it says nothing are left out. */
export interface SetRow {
  readonly row: number
  readonly findings: readonly Finding[]
  /** The row that stands for this one too: they tell of one dose. */
  readonly mergedInto?: number
}

/** Judges all rows against each other. Answers in the rising order of rows. */
export type SetStage = (rows: AsyncIterable<CleansedRow>) => AsyncIterable<SetRow>

/** A row with all that was found in it. */
export interface JudgedRow extends CleansedRow {
  readonly mergedInto?: number
}

/** Every row of the files, in order, after the rules that one row decides. Memory: a batch. */
export async function* rowPass(
  files: readonly SurveyedFile[],
  contextOf: (file: SurveyedFile) => Context,
): AsyncGenerator<readonly (CleansedRow | UnreadRow)[]> {
  for (const surveyed of files) {
    const context = contextOf(surveyed)
    for await (const batch of surveyed.file.rows()) {
      yield batch.map((row) => (isRead(row) ? cleanseRow(row, context) : row))
    }
  }
}

/** The rows that could be read, one by one, for the whole set. */
export async function* readable(
  batches: AsyncIterable<readonly (CleansedRow | UnreadRow)[]>,
): AsyncGenerator<CleansedRow> {
  for await (const batch of batches) for (const row of batch) if (isCleansed(row)) yield row
}

export function isCleansed(row: CleansedRow | UnreadRow): row is CleansedRow {
  return 'findings' in row
}
