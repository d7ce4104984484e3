import type { Context, ReadRow } from '@vaxcert/records'
import {
  type ColumnSurvey,
  fileSource,
  type Mapping,
  openRecords,
  type RecordFile,
  surveyColumns,
} from '@vaxcert/records/read'
import type { ProgressLine } from '../progress.ts'

/** A file of dose records that was looked at once, whole. */
export interface SurveyedFile {
  readonly file: RecordFile
  readonly survey: ColumnSurvey
  /** Rows that were met, those that cannot be read included. */
  readonly rows: number
}

/** Surveys files one after the other; their rows are numbered through. @throws Fault of the reader */
export async function surveyFiles(
  paths: readonly string[],
  mapping: Mapping,
  { limits }: Pick<Context, 'limits'>,
  progress: ProgressLine,
): Promise<readonly SurveyedFile[]> {
  const surveyed: SurveyedFile[] = []
  let before = 0
  for (const path of paths) {
    const file = await openRecords(fileSource(path), { mapping, firstRow: before + 1 })
    let rows = 0
    const survey = await surveyColumns(
      counted(file.rows(), (more) => {
        rows += more
        progress(before + rows)
      }),
      limits,
    )
    surveyed.push({ file, survey, rows })
    before += rows
  }
  progress()
  return surveyed
}

async function* counted(
  batches: AsyncIterable<readonly ReadRow[]>,
  count: (rows: number) => void,
): AsyncGenerator<readonly ReadRow[]> {
  for await (const batch of batches) {
    count(batch.length)
    yield batch
  }
}
