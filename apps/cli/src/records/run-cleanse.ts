import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { type CleansedRow, type Context, type RuleInfo, rowRules } from '@vaxcert/records'
import type { Mapping } from '@vaxcert/records/read'
import type { SetProgress } from '@vaxcert/records/sets'
import type { Decisions } from '@vaxcert/records/worklist'
import { CommanderError } from 'commander'
import type { ProgressLine } from '../progress.ts'
import { wasWhole } from './cleanse-outputs.ts'
import type { CleanseTally } from './cleanse-tally.ts'
import { columnsReport } from './columns-report.ts'
import type { DecidedTally } from './decided-log.ts'
import { keeping, keptFindings } from './kept-findings.ts'
import { mergeSet } from './merge-set.ts'
import { type RowPassOptions, readable, rowPass, type SetStage } from './row-pass.ts'
import { closeRunFolder, openRunFolder, type RunFolder, type RunMark } from './run-folder.ts'
import { setRows } from './set-file.ts'
import { counted, stoppable } from './stoppable.ts'
import {
  type Reading,
  resurveyed,
  type SavedSurvey,
  type SurveyedFile,
  savedSurveys,
  surveyFiles,
} from './surveyed-files.ts'
import { openScoring, type Score } from './truth-score.ts'
import { openWriting, type Writing } from './writing.ts'

/** What a cleansing goes by. */
export interface CleansePlan extends RunMark {
  readonly paths: readonly string[]
  readonly mapping: Mapping
  readonly reading?: Reading
  readonly knowing: Omit<Context, 'survey'>
  readonly decisions?: Decisions
  /** Folder that is there. */
  readonly out: string
  /** truth.ndjson of a sample. */
  readonly truth?: string
  /** Rules over the whole set, and how they are run. */
  readonly set?: { readonly rules: readonly RuleInfo[]; readonly stage: SetStage }
  /** Rows from one point at which a later run may go on to the next. */
  readonly step?: number
  /** Ends the run at the next such point. */
  readonly stop?: AbortSignal
}

/** The last line of a run. */
export type CleanseSummary = CleanseTally &
  Partial<Score> & { readonly merged: number; readonly decided: DecidedTally; readonly otherSheets: number }

export interface Progress {
  readonly survey: ProgressLine
  /** Rows that are gone through for the rules over the whole set. */
  readonly set?: ProgressLine
  /** Steps of those rules. */
  readonly compare?: SetProgress
  readonly rows: ProgressLine
}

type Pass = (options?: RowPassOptions) => ReturnType<typeof rowPass>

const SURVEY = 'survey.json'

/**
 * Cleanses files into a folder. Nothing stands there before all of it does. A run that was cut goes on where it was, if it
 * has a digest, and writes the same as one that was not.
 * @throws CommanderError about a file, or about another run that was cut there, or when it was stopped; Fault `record.lost`
 * where a row came in and did not go out
 */
export async function runCleanse(plan: CleansePlan, progress: Progress): Promise<CleanseSummary> {
  if (wasWhole(plan.out, plan)) return JSON.parse(readFileSync(join(plan.out, 'summary.json'), 'utf8'))
  const folder = openRunFolder(plan.out, plan)
  try {
    return await goOn(plan, folder, progress)
  } catch (error) {
    // A file that cannot be used has to be mended: then it is another run.
    if (error instanceof CommanderError && error.code === 'vaxcert.usage') closeRunFolder(folder)
    throw error
  }
}

async function goOn(plan: CleansePlan, folder: RunFolder, progress: Progress): Promise<CleanseSummary> {
  const files = await surveyOnce(plan, folder, progress)
  const writing = openWriting(plan, folder)
  const { decisions, knowing } = plan
  const contexts = new Map(files.map((surveyed) => [surveyed, { ...knowing, survey: surveyed.survey }]))
  const pass: Pass = (options) =>
    rowPass(files, (one) => contexts.get(one) as Context, { ...options, ...(decisions && { decisions }) })
  await writeRows(await judgedRows(plan, folder, pass, progress, writing), plan, writing, progress)
  return finish(writing, files)
}

async function surveyOnce(
  { paths, mapping, reading = {}, knowing, stop }: CleansePlan,
  folder: RunFolder,
  { survey }: Progress,
): Promise<readonly SurveyedFile[]> {
  const saved = folder.load<readonly SavedSurvey[]>(SURVEY)
  if (saved !== undefined) return resurveyed(paths, mapping, reading, saved)
  const tell: ProgressLine = (rows) => {
    stop?.throwIfAborted()
    survey(rows)
  }
  const files = await surveyFiles(paths, mapping, knowing, tell, reading)
  folder.save(SURVEY, savedSurveys(files))
  return files
}

async function judgedRows(
  { set, stop }: CleansePlan,
  folder: RunFolder,
  pass: Pass,
  { set: tell = () => {}, compare }: Progress,
  { done, skipped }: Writing,
): Promise<ReturnType<typeof mergeSet>> {
  const options = { skip: done, skipped }
  if (set === undefined) return pass(options)
  const first = (): AsyncIterable<CleansedRow> => readable(keeping(counted(stoppable(pass(), stop), tell), folder))
  const said = await setRows(folder, () => set.stage(first(), compare))
  return mergeSet(pass({ ...options, kept: keptFindings(folder) }), said)
}

async function writeRows(
  batches: ReturnType<typeof mergeSet>,
  { truth, set, stop }: CleansePlan,
  writing: Writing,
  progress: Progress,
): Promise<void> {
  const scoring = truth === undefined ? undefined : await openScoring(truth, { row: rowRules, set: set?.rules ?? [] })
  for await (const batch of batches) {
    for (const row of batch) {
      writing.add(row)
      await scoring?.add(row)
    }
    writing.rest(stop?.aborted === true)
    stop?.throwIfAborted()
    progress.rows(writing.tally.rows)
  }
  progress.rows()
  if (scoring !== undefined) writing.score = await scoring.finish()
}

function finish(writing: Writing, files: readonly SurveyedFile[]): CleanseSummary {
  mustBeWhole(writing.tally, files)
  const otherSheets = files.reduce((total, { file }) => total + file.otherSheets.length, 0)
  return writing.finish((spellings) => columnsReport(files, spellings), otherSheets)
}

/** In is clean, listed and refused together; and as many as were counted when the files were surveyed. */
function mustBeWhole({ rows, clean, listed, refused }: CleanseTally, files: readonly SurveyedFile[]): void {
  const met = files.reduce((total, file) => total + file.rows, 0)
  if (rows !== met || clean + listed + refused !== rows) {
    throw new Fault('record.lost', `${met} rows came in, ${clean + listed + refused} would go out: nothing is written`)
  }
}
