import {
  canonicalValues,
  type Field,
  type FieldValues,
  type Finding,
  type RuleId,
  type RuleInfo,
  type UnreadRow,
} from '@vaxcert/records'
import { findersOf } from './equivalents.ts'
import { isCleansed, type JudgedRow } from './row-pass.ts'
import type { PlantedError, RowTruth } from './truth-reader.ts'

/** How a cleansing did against what is true. */
export interface Score {
  /** Values that were changed or read by themselves, and are wrong. */
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
  /** Errors that nothing in a row can show. */
  undetectable: number
}

/** What the findings are held against. */
export interface Scoring {
  readonly score: Score
  /** The rules that ran. */
  readonly rules: ReadonlyMap<RuleId, RuleInfo>
}

export function openScoring(rules: readonly RuleInfo[]): Scoring {
  const counts = { wrongByRule: {}, missedByRule: {}, falseByRule: {}, notJudged: {} }
  const score = { wrongFixes: 0, missed: 0, falseFindings: 0, undetectable: 0, ...counts }
  return { score, rules: new Map(rules.map((rule) => [rule.id, rule])) }
}

export function scoreRow(scoring: Scoring, row: JudgedRow | UnreadRow, truth: RowTruth): void {
  const { score } = scoring
  if (!isCleansed(row)) {
    if (truth.unreadable === undefined) addFalse(score, ['refused'])
  } else if (truth.unreadable !== undefined) addMissed(score, 'refused')
  else scoreCleansed(scoring, row, truth)
}

function scoreCleansed(scoring: Scoring, row: JudgedRow, truth: RowTruth): void {
  const values = canonicalValues(row)
  for (const error of truth.planted) scorePlanted(scoring, row.findings, values, error)
  const undeserved = row.findings.filter((finding) => !isDeserved(finding, truth, scoring))
  addFalse(scoring.score, [...new Set(undeserved.map(({ rule }) => rule))])
  for (const wrong of wrongOnes(row, values, truth)) count(scoring.score, 'wrongByRule', wrong)
  scoring.score.wrongFixes = sum(scoring.score.wrongByRule)
}

function scorePlanted(
  { score, rules }: Scoring,
  findings: readonly Finding[],
  values: FieldValues,
  error: PlantedError,
) {
  const { rule, planted, right, field } = error
  if (rule === undefined) score.undetectable += 1
  else if (!findersOf(rule).some((id) => rules.has(id))) count(score, 'notJudged', rule)
  else if (!isFound(findings, rule) && !(planted !== right && values[field] === right)) addMissed(score, rule)
}

function isFound(findings: readonly Finding[], rule: RuleId): boolean {
  const finders = findersOf(rule)
  return findings.some((finding) => finders.includes(finding.rule))
}

/** Something was planted in a field that the rule looks at, or the row tells of a dose once more. */
function isDeserved({ rule, field, others }: Finding, { planted, doubleOf }: RowTruth, { rules }: Scoring): boolean {
  const fields: readonly Field[] = rules.get(rule)?.fields ?? [field]
  if (planted.some((error) => fields.includes(error.field))) return true
  return doubleOf !== undefined && others !== undefined
}

/** Rules whose fix is wrong; `reading` for a day or product that was read as another one without any finding. */
function wrongOnes(
  { findings, values: fixed, facts }: JudgedRow,
  values: FieldValues,
  truth: RowTruth,
): readonly string[] {
  const applied = new Map(findings.filter((one) => one.applied).map(({ field, rule }) => [field, rule]))
  const errors = new Map(truth.planted.map((error) => [error.field, error]))
  const wrong: string[] = []
  for (const [field, rule] of applied) {
    const right = errors.get(field)?.right ?? truth.key[field] ?? firstOf(findings, field)
    if (values[field] !== right && fixed[field] !== right) wrong.push(rule)
  }
  for (const [field, date] of [
    ['birth_date', facts.birthDate],
    ['dose_date', facts.doseDate],
  ] as const) {
    const isSure = date !== undefined && !date.isAmbiguous && !errors.has(field)
    if (isSure && date.iso !== truth.key[field]) wrong.push('reading')
  }
  if (facts.product !== undefined && !errors.has('product') && facts.product !== truth.key.product)
    wrong.push('reading')
  return wrong
}

/** What stood there before anything was fixed. */
function firstOf(findings: readonly Finding[], field: Field): string | undefined {
  return findings.find((finding) => finding.field === field && finding.applied)?.before
}

function addMissed(score: Score, what: string): void {
  score.missed += 1
  count(score, 'missedByRule', what)
}

function addFalse(score: Score, rules: readonly string[]): void {
  if (rules.length > 0) score.falseFindings += 1
  for (const rule of rules) count(score, 'falseByRule', rule)
}

function count(score: Score, list: 'wrongByRule' | 'missedByRule' | 'falseByRule' | 'notJudged', rule: string): void {
  score[list][rule] = (score[list][rule] ?? 0) + 1
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0)
}
