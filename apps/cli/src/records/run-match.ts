import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { dayInVietNam, limits2022 } from '@vaxcert/records'
import type { Database } from '@vaxcert/records/database'
import {
  askOfNobody,
  type CarefulRegister,
  type CommuneKeys,
  carefulRegister,
  type DoseToMatch,
  embeddedRegister,
  type Interview,
  knowledgeOf,
  loadDoses,
  loadRegister,
  type MatchWeights,
  type OldNumber,
  openInterview,
  openSearch,
  settledDoses,
  settlePeople,
} from '@vaxcert/records/match'
import { fileSource } from '@vaxcert/records/read'
import type { ProgressLine } from '../progress.ts'
import { loadEarlier } from './earlier-identities.ts'
import { inputDigest } from './input-digest.ts'
import { openMatchOutputs } from './match-outputs.ts'
import { type RowToMatch, rowsToMatch } from './match-rows.ts'
import { type MatchTally, writeMatched } from './match-tally.ts'
import { openQuestionLog } from './question-log.ts'

/** What a matching goes by. Folders and files are there. */
export interface MatchPlan {
  /** Folder that `cleanse` wrote. */
  readonly cleansed: string
  readonly register: string
  readonly out: string
  readonly oldNumbers: readonly OldNumber[]
  readonly communes: CommuneKeys
  readonly isSearched: boolean
  readonly weights: MatchWeights
  readonly mostQuestions: number
  /** identities.csv of a matching before. */
  readonly identities?: string
  readonly now: () => Date
}

/** The last line of a run. */
export interface MatchSummary extends MatchTally {
  /** People as they are declared: number, name, birth date and sex written alike. */
  readonly persons: number
  /** Questions of this run. */
  readonly asked: number
  /** Questions that --most-questions kept back. */
  readonly held: number
  /** How often the register failed, by code. */
  readonly failures: CarefulRegister['failures']
  readonly weights: string
}

export interface MatchProgress {
  readonly doses: ProgressLine
  readonly people: ProgressLine
}

/**
 * Asks the register about the doses of a cleansed folder. Nothing but the log of questions stands in its folder before all
 * of it does. The database serves one run.
 * @throws Fault of the reader and the register; `match.lost` where a dose came in and did not go out
 */
export async function runMatch(plan: MatchPlan, database: Database, progress: MatchProgress): Promise<MatchSummary> {
  await loadEarlier(plan.identities, database)
  await loadRegister(fileSource(plan.register), database)
  const tally = { doses: 0 }
  const persons = await loadDoses(
    dosesToAsk(plan.cleansed, tally, progress.doses),
    plan.oldNumbers,
    plan.communes,
    database,
  )
  progress.doses()
  const register = carefulRegister(embeddedRegister(database))
  const interview = await askAll(plan, register, database, progress.people)
  const outputs = openMatchOutputs(plan.out)
  const rows = rowsToMatch(plan.cleansed)
  const settled = settledDoses(database)
  const done = await writeMatched({ rows, settled, outputs, database, today: dayInVietNam(plan.now()) })
  mustBeWhole(done, tally.doses)
  const { asked, held } = interview
  const summary = { ...done, persons, asked, held, failures: register.failures, weights: plan.weights.version }
  outputs.finish(summary)
  return summary
}

async function askAll(
  { weights, communes, isSearched, ...plan }: MatchPlan,
  register: CarefulRegister,
  database: Database,
  progress: ProgressLine,
): Promise<Interview> {
  const log = await openQuestionLog(
    join(plan.out, 'asked.csv'),
    await digestOf({ weights, isSearched, communes, ...plan }),
    database,
    plan.now,
  )
  try {
    const interview = openInterview(register, log, plan.mostQuestions)
    await askOfNobody(interview)
    const search = isSearched ? { search: await openSearch(database) } : {}
    const means = { interview, log, knowledge: knowledgeOf(database), communes, weights, ...search }
    await settlePeople(database, means, limits2022, progress)
    progress()
    return interview
  } finally {
    log.close()
  }
}

/** What the answers in a log hold for: the same doses, register and hypotheses. */
function digestOf(
  plan: Pick<MatchPlan, 'cleansed' | 'register' | 'oldNumbers' | 'communes' | 'isSearched' | 'weights'>,
): Promise<string> {
  const files = ['clean.csv', 'listed.csv', 'findings.csv', 'doubles.csv'].map((name) => join(plan.cleansed, name))
  const lists = [plan.oldNumbers, [...plan.communes]].map((list) => JSON.stringify(list))
  const settings = [...lists, `${plan.isSearched}`, plan.weights.version]
  return inputDigest([...files, plan.register], ...settings)
}

async function* dosesToAsk(
  folder: string,
  tally: { doses: number },
  progress: ProgressLine,
): AsyncGenerator<DoseToMatch> {
  for await (const row of rowsToMatch(folder)) {
    tally.doses += 1
    progress(tally.doses)
    if (isAsked(row)) yield row
  }
}

function isAsked({ way }: RowToMatch): boolean {
  return way === 'asked'
}

function mustBeWhole({ doses, right, wrong, unknown, elsewhere }: MatchTally, met: number): void {
  if (doses !== met || right + wrong + unknown + elsewhere !== met)
    throw new Fault(
      'match.lost',
      `${met} doses came in, ${right + wrong + unknown + elsewhere} would go out: nothing is written`,
    )
}
