import { Fault } from '@vaxcert/core/fault'
import { canonicalValues } from '../cleanse/canonical-values.ts'
import { type CleansedRow, cleanseRow, dispositionOf } from '../cleanse/cleanse-row.ts'
import type { Context } from '../cleanse/context.ts'
import type { DoseRecord, Field } from '../record.ts'
import type { Decision } from './decisions.ts'
import { withoutDisputes } from './disputed.ts'
import { doseFields } from './dose.ts'
import { basicFields } from './person.ts'
import { type Question, stands, withAnswers } from './question.ts'

/** Decisions by the identifier of the dose, or by the number of the row where a dose has none (`decisionKey`). */
export type Decisions = ReadonlyMap<string, readonly Decision[]>

/**
 * What came of a decision. `applied`: the row now says so. `there`: it said so already. `stale`: it says something that
 * nobody had before them. `noted`: nothing in the row is to be changed. What was found right as it stands is `applied`
 * where it still says the same.
 */
export interface Decided {
  readonly decision: Decision
  readonly result: 'applied' | 'there' | 'stale' | 'noted'
}

/** A cleansed row, and what came of each decision about it, in the order of days. */
export interface DecidedRow extends CleansedRow {
  readonly decided?: readonly Decided[]
  /** Questions that are answered by them, those that the whole set asks among them. */
  readonly answered?: readonly Question[]
}

/**
 * Reads decisions files, NDJSON, one after the other.
 * @throws Fault `worklist.input`
 */
export function readDecisions(texts: readonly string[]): Decisions {
  const decisions = new Map<string, Decision[]>()
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '')
  for (const decision of withoutDisputes(lines.map(readDecision))) {
    const key = decisionKey(decision.dose_id, decision.row)
    const own = decisions.get(key)
    if (own === undefined) decisions.set(key, [decision])
    else own.push(decision)
  }
  return decisions
}

/**
 * Cleanses a record as people decided about it: a correction holds where the row, once cleansed, still says what stood on
 * the list, or what a correction of an earlier day made of it. Any other value has been changed since, and stays.
 */
export function cleanseDecided(record: DoseRecord, context: Context, decisions: Decisions): DecidedRow {
  const row = cleanseRow(record, context)
  const own = decisions.get(decisionKey(record.values.dose_id, record.place.row))
  if (own === undefined) return row
  const changes: Partial<Record<Field, string>> = {}
  const now = { ...canonicalValues(row) }
  const decided = inOrderOfDays(own).map((decision): Decided => {
    const { field, before, after = '' } = decision
    if (field === undefined) return { decision, result: 'noted' }
    if (now[field] === after) return { decision, result: 'there' }
    if (now[field] !== before) return { decision, result: 'stale' }
    changes[field] = after
    now[field] = after
    return { decision, result: 'applied' }
  })
  const isChanged = Object.keys(changes).length > 0
  const after = isChanged ? cleanseRow({ ...record, values: { ...record.values, ...changes } }, context) : row
  return answeredRow(after, decided)
}

/** A row with what was found right as it stands, where it does still stand. */
function answeredRow(row: CleansedRow, noted: readonly Decided[]): DecidedRow {
  if (noted.every(({ decision }) => decision.stands === undefined)) return { ...row, decided: noted }
  const now = canonicalValues(row)
  const decided = noted.map((one): Decided => {
    const { stands: found } = one.decision
    return found === undefined ? one : { ...one, result: stands(found, now) ? 'applied' : 'stale' }
  })
  const answered = decided.flatMap(({ decision, result }) =>
    result === 'applied' ? (decision.stands?.questions ?? []) : [],
  )
  const findings = withAnswers(row.findings, answered)
  return { ...row, findings, disposition: dispositionOf(findings), decided, answered }
}

/** By what the decisions about a record are found. */
export function decisionKey(dose: string, row: number): string {
  return dose === '' ? `row ${row}` : `dose ${dose}`
}

function inOrderOfDays(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const decidable = [...basicFields, ...doseFields, 'status'] as const

function isStanding(stands: Decision['stands']): boolean {
  return stands === undefined || (Array.isArray(stands.questions) && Object(stands.values) === stands.values)
}

function readDecision(line: string): Decision {
  try {
    const decision = JSON.parse(line) as Decision
    const { dose_id: dose, row, field, before, after, by, at } = decision
    const isNamed = [dose, by, at].every((text) => typeof text === 'string') && by !== '' && Number.isSafeInteger(row)
    const isChange = decidable.some((name) => name === field) && typeof before === 'string' && typeof after === 'string'
    const isWhole = isChange || (field === undefined && decision.decision !== 'correct')
    if (isNamed && isWhole && isStanding(decision.stands)) return decision
  } catch {
    // What does not read is no decision.
  }
  throw new Fault('worklist.input', 'not a file of decisions')
}
