import { Fault } from '@vaxcert/core'
import { type CleansedRow, type Context, type RuleInfo, rowRules, type UnreadRow } from '@vaxcert/records'
import type { Mapping } from '@vaxcert/records/read'
import type { ProgressLine } from '../progress.ts'
import { openOutputs } from './cleanse-outputs.ts'
import { type CleanseTally, emptyTally, tallyRow } from './cleanse-tally.ts'
import { columnsReport, openSpellings } from './columns-report.ts'
import { mergeSet } from './merge-set.ts'
import { isCleansed, type JudgedRow, readable, rowPass, type SetStage } from './row-pass.ts'
import { type SurveyedFile, surveyFiles } from './surveyed-files.ts'
import { openScoring, type Score } from './truth-score.ts'

/** What a cleansing goes by. */
export interface CleansePlan {
  readonly paths: readonly string[]
  readonly mapping: Mapping
  readonly knowing: Omit<Context, 'survey'>
  /** Folder that is there. */
  readonly out: string
  /** truth.ndjson of a sample. */
  readonly truth?: string
  /** Rules over the whole set, and how they are run. */
  readonly set?: { readonly rules: readonly RuleInfo[]; readonly stage: SetStage }
}

/** The last line of a run. */
export type CleanseSummary = CleanseTally & Partial<Score>

export interface Progress {
  readonly survey: ProgressLine
  readonly rows: ProgressLine
}

/**
 * Cleanses files into a folder. Nothing stands there before all of it does.
 * @throws Fault of the reader; `record.lost` where a row came in and did not go out
 */
export async function runCleanse(plan: CleansePlan, progress: Progress): Promise<CleanseSummary> {
  const files = await surveyFiles(plan.paths, plan.mapping, plan.knowing, progress.survey)
  const outputs = openOutputs(plan.out)
  const rules = { row: rowRules, set: plan.set?.rules ?? [] }
  const scoring = plan.truth === undefined ? undefined : await openScoring(plan.truth, rules)
  const [tally, spellings] = [emptyTally(), openSpellings()]
  for await (const batch of judgedRows(files, plan)) {
    for (const row of batch) {
      tallyRow(tally, row)
      if (isCleansed(row)) outputs.add(row)
      else outputs.refuse(row)
      if (isCleansed(row)) for (const finding of row.findings) spellings.add(finding)
      await scoring?.add(row)
    }
    progress.rows(tally.rows)
  }
  progress.rows()
  mustBeWhole(tally, files)
  const summary = { ...tally, ...(await scoring?.finish()) }
  outputs.finish(columnsReport(files, spellings), summary)
  return summary
}

function judgedRows(
  files: readonly SurveyedFile[],
  { knowing, set }: CleansePlan,
): AsyncIterable<readonly (JudgedRow | UnreadRow)[]> {
  const contexts = new Map(files.map((surveyed) => [surveyed, { ...knowing, survey: surveyed.survey }]))
  const pass = (): AsyncIterable<readonly (CleansedRow | UnreadRow)[]> =>
    rowPass(files, (surveyed) => contexts.get(surveyed) ?? { ...knowing, survey: surveyed.survey })
  return set === undefined ? pass() : mergeSet(pass(), set.stage(readable(pass())))
}

/** In is clean, listed and refused together; and as many as were counted when the files were surveyed. */
function mustBeWhole({ rows, clean, listed, refused }: CleanseTally, files: readonly SurveyedFile[]): void {
  const met = files.reduce((total, file) => total + file.rows, 0)
  if (rows !== met || clean + listed + refused !== rows) {
    throw new Fault('record.lost', `${met} rows came in, ${clean + listed + refused} would go out: nothing is written`)
  }
}
