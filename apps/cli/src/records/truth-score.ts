import {
  canonicalValues,
  type FieldValues,
  type Finding,
  type RuleId,
  type RuleInfo,
  type UnreadRow,
} from '@vaxcert/records'
import { isCaused, isDeserved, isHidden, isHiddenInRow } from './deserved.ts'
import { findersOf } from './equivalents.ts'
import { isCleansed, type JudgedRow } from './row-pass.ts'
import { type DoublesScore, isOneDose, openDoubles } from './truth-doubles.ts'
import { readTruthIndex, type TruthIndex } from './truth-index.ts'
import { openTruthReader, type PlantedError, type RowTruth } from './truth-reader.ts'
import { wrongOnes } from './wrong-fixes.ts'

/** How a cleansing did against what is true. */
export interface Score {
  /** Values that were changed or read by themselves, and are wrong; rows that were merged, and are two doses. */
  wrongFixes: number
  /** Planted errors that no rule found. */
  missed: number
  /** Rows with a finding that nothing in them deserves. */
  falseFindings: number
  readonly wrongByRule: Record<string, number>
  readonly missedByRule: Record<string, number>
  readonly falseByRule: Record<string, number>
  /** Errors of rules that did not run: those over the whole set, without their stage. */
  readonly notJudged: Record<string, number>
  /** Errors that nothing in a row can show, in all and by the reason. */
  undetectable: number
  readonly byReason: Record<string, number>
  /** Without rules over the whole set there is none. */
  doubles?: DoublesScore
}

/** The rules that ran. */
export interface RulesRun {
  readonly row: readonly RuleInfo[]
  readonly set: readonly RuleInfo[]
}

/** Holds what was found against what is true, row by row in rising order. */
export interface Scoring {
  add(row: JudgedRow | UnreadRow): Promise<void>
  /** Says how many rows stood for which error as well. */
  finish(): Promise<Score>
}

/** What one row is scored with. */
interface Measure {
  readonly score: Score
  readonly index: TruthIndex
  readonly rowRules: ReadonlyMap<RuleId, RuleInfo>
  readonly setRules: ReadonlySet<RuleId>
  /** Errors that a rule over several rows may still find in another row of the person. */
  readonly open: { readonly person: number; readonly rule: RuleId }[]
  /** What such rules found, by person. */
  readonly foundBy: Map<number, Set<RuleId>>
  /** Sessions with a row that belongs elsewhere, and rows that were too many in theirs. */
  readonly sessions: { readonly troubled: Set<string>; readonly crowded: string[] }
}

/** @throws Fault `record.truth` */
export async function openScoring(path: string, rules: RulesRun): Promise<Scoring> {
  const measure: Measure = {
    score: emptyScore(),
    index: await readTruthIndex(path),
    rowRules: new Map(rules.row.map((rule) => [rule.id, rule])),
    setRules: new Set(rules.set.map(({ id }) => id)),
    open: [],
    foundBy: new Map(),
    sessions: { troubled: new Set(), crowded: [] },
  }
  const truth = openTruthReader(path)
  const doubles = openDoubles(measure.index)
  return {
    async add(row) {
      scoreRow(measure, row, await truth.of(row.place.row))
      if (isCleansed(row)) doubles.add(row.place.row, row.findings, row.mergedInto)
    },
    async finish() {
      await truth.close()
      settleOpen(measure)
      settleSessions(measure)
      if (measure.setRules.size > 0) measure.score.doubles = doubles.score()
      return measure.score
    },
  }
}

/** Errors that were not found on their own row: perhaps on another one of the person. */
function settleOpen({ score, index, open, foundBy }: Measure): void {
  for (const { person, rule } of open) {
    const found = foundBy.get(person) ?? new Set()
    if (findersOf(rule).some((id) => found.has(id))) continue
    if (!isHidden(rule, person, found, index)) addMissed(score, rule)
    else addUnseen(score, `${rule} is hidden by another error of the person`)
  }
}

function settleSessions({ score, sessions: { troubled, crowded } }: Measure): void {
  for (const session of crowded) if (!troubled.has(session)) addFalse(score, ['PR-05'])
}

function emptyScore(): Score {
  const counts = { wrongByRule: {}, missedByRule: {}, falseByRule: {}, notJudged: {}, byReason: {} }
  return { wrongFixes: 0, missed: 0, falseFindings: 0, undetectable: 0, ...counts }
}

function scoreRow(measure: Measure, row: JudgedRow | UnreadRow, truth: RowTruth): void {
  const { score } = measure
  if (!isCleansed(row)) {
    if (truth.unreadable === undefined) addFalse(score, ['refused'])
  } else if (truth.unreadable !== undefined) addMissed(score, 'refused')
  else scoreCleansed(measure, row, truth)
}

function scoreCleansed(measure: Measure, row: JudgedRow, truth: RowTruth): void {
  const { score, index, rowRules } = measure
  const values = canonicalValues(row)
  rememberFound(measure, row.findings, truth.person ?? 0)
  for (const error of truth.planted) scorePlanted(measure, row.findings, values, error, truth)
  rememberSession(measure, row, truth)
  const undeserved = row.findings.filter((finding) => {
    if (finding.rule === 'PR-05') return false
    if (isOfSet(finding, measure)) return !isCaused(finding, truth.row, row.findings, index)
    return !isDeserved(finding, values, truth, rowRules)
  })
  addFalse(score, [...new Set(undeserved.map(({ rule }) => rule))])
  for (const wrong of [...wrongOnes(row, values, truth), ...wrongMerge(row, index)]) count(score, 'wrongByRule', wrong)
  score.wrongFixes = sum(score.wrongByRule)
}

function isOfSet({ rule, others }: Finding, { setRules, rowRules }: Measure): boolean {
  return others !== undefined || (setRules.has(rule) && !rowRules.has(rule))
}

function rememberFound(measure: Measure, findings: readonly Finding[], person: number): void {
  for (const finding of findings) {
    if (!isOfSet(finding, measure)) continue
    const found = measure.foundBy.get(person) ?? new Set()
    measure.foundBy.set(person, found.add(finding.rule))
  }
}

/** More entered than given is told of the last rows of a session; the one that is wrong may be any of them. */
function rememberSession({ sessions, index }: Measure, { values, facts, findings }: JudgedRow, truth: RowTruth): void {
  const session = `${values.facility} ${facts.doseDate?.iso}`
  const isElsewhere = truth.planted.some(({ field }) => field === 'facility' || field === 'dose_date')
  if (isElsewhere || index.partners.has(truth.row)) sessions.troubled.add(session)
  if (findings.some(({ rule }) => rule === 'PR-05')) sessions.crowded.push(session)
}

function scorePlanted(
  { score, rowRules, setRules, open }: Measure,
  findings: readonly Finding[],
  values: FieldValues,
  error: PlantedError,
  truth: RowTruth,
) {
  const { rule, planted, right, field, undetectable = '' } = error
  if (rule === undefined) return addUnseen(score, undetectable)
  const isJudged = findersOf(rule).some((id) => rowRules.has(id) || setRules.has(id))
  const isRead = planted !== right && values[field] === right
  if (!isJudged) count(score, 'notJudged', rule)
  else if (isRead || isFound(findings, rule)) return
  else if (setRules.has(rule)) open.push({ person: truth.person ?? 0, rule })
  else if (isHiddenInRow(rule, truth)) addUnseen(score, `${rule} is hidden by another error of the row`)
  else addMissed(score, rule)
}

function isFound(findings: readonly Finding[], rule: RuleId): boolean {
  const finders = findersOf(rule)
  return findings.some((finding) => finders.includes(finding.rule))
}

function wrongMerge({ place, mergedInto, findings }: JudgedRow, index: TruthIndex): readonly string[] {
  if (mergedInto === undefined || isOneDose(place.row, mergedInto, index)) return []
  return [findings.find(({ rule, applied }) => applied && rule.startsWith('DU-'))?.rule ?? 'merge']
}

function addUnseen(score: Score, reason: string): void {
  score.undetectable += 1
  count(score, 'byReason', reason)
}

function addMissed(score: Score, what: string): void {
  score.missed += 1
  count(score, 'missedByRule', what)
}

function addFalse(score: Score, rules: readonly string[]): void {
  if (rules.length > 0) score.falseFindings += 1
  for (const rule of rules) count(score, 'falseByRule', rule)
}

type Counts = 'wrongByRule' | 'missedByRule' | 'falseByRule' | 'notJudged' | 'byReason'

function count(score: Score, list: Counts, what: string): void {
  score[list][what] = (score[list][what] ?? 0) + 1
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0)
}
