import type { Context, ReadRow } from '@vaxcert/records'
import {
  type ColumnSurvey,
  fileSource,
  type Mapping,
  openRecords,
  type ReadOptions,
  type RecordFile,
  surveyColumns,
} from '@vaxcert/records/read'
import type { ProgressLine } from '../progress.ts'
import { aboutFile } from './about-file.ts'

/** A file of dose records that was looked at once, whole. */
export interface SurveyedFile {
  readonly file: RecordFile
  readonly survey: ColumnSurvey
  /** Rows that were met, those that cannot be read included. */
  readonly rows: number
}

/** The same, to be saved. */
export interface SavedSurvey {
  readonly survey: Omit<ColumnSurvey, 'newYearFacilities'> & { readonly newYearFacilities: readonly string[] }
  readonly rows: number
}

/** How files are read beside their mapping. */
export type Reading = Pick<ReadOptions, 'sheet' | 'companions'>

/** Surveys files one after the other; their rows are numbered through. @throws CommanderError that names the file */
export async function surveyFiles(
  paths: readonly string[],
  mapping: Mapping,
  { limits }: Pick<Context, 'limits'>,
  progress: ProgressLine,
  reading: Reading = {},
): Promise<readonly SurveyedFile[]> {
  const surveyed: SurveyedFile[] = []
  let before = 0
  for (const path of paths) {
    await aboutFile(path, async () => {
      const file = await openRecords(fileSource(path), { ...reading, mapping, firstRow: before + 1 })
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
    })
  }
  progress()
  return surveyed
}

export function savedSurveys(files: readonly SurveyedFile[]): readonly SavedSurvey[] {
  return files.map(({ survey, rows }) => ({
    survey: { ...survey, newYearFacilities: [...survey.newYearFacilities] },
    rows,
  }))
}

/** Files whose survey was saved: only their beginnings are read again. */
export async function resurveyed(
  paths: readonly string[],
  mapping: Mapping,
  reading: Reading,
  saved: readonly SavedSurvey[],
): Promise<readonly SurveyedFile[]> {
  const surveyed: SurveyedFile[] = []
  let firstRow = 1
  for (const [at, { survey, rows }] of saved.entries()) {
    const file = await openRecords(fileSource(paths[at] ?? ''), { ...reading, mapping, firstRow })
    const newYearFacilities = new Set(survey.newYearFacilities)
    surveyed.push({ file, survey: { ...survey, newYearFacilities }, rows })
    firstRow += rows
  }
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
