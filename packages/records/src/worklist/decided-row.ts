import { Fault } from '@vaxcert/core/fault'
import { canonicalValues } from '../cleanse/canonical-values.ts'
import { type CleansedRow, cleanseRow } from '../cleanse/cleanse-row.ts'
import type { Context } from '../cleanse/context.ts'
import type { DoseRecord, Field } from '../record.ts'
import type { Decision } from './decisions.ts'
import { basicFields } from './person.ts'

/** Decisions by the identifier of the dose, or by the number of the row where a dose has none (`decisionKey`). */
export type Decisions = ReadonlyMap<string, readonly Decision[]>

/**
 * What came of a decision. `applied`: the row now says so. `there`: it said so already. `stale`: it says something that
 * nobody had before them. `noted`: nothing in the row is to be changed.
 */
export interface Decided {
  readonly decision: Decision
  readonly result: 'applied' | 'there' | 'stale' | 'noted'
}

/** A cleansed row, and what came of each decision about it, in the order of days. */
export interface DecidedRow extends CleansedRow {
  readonly decided?: readonly Decided[]
}

/**
 * Reads decisions files, NDJSON, one after the other.
 * @throws Fault `worklist.input`
 */
export function readDecisions(texts: readonly string[]): Decisions {
  const decisions = new Map<string, Decision[]>()
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    if (line.trim() === '') continue
    const decision = readDecision(line)
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
  const decided = inOrderOfDays(own).map((decision) => {
    const { field, before, after = '' } = decision
    if (field === undefined) return { decision, result: 'noted' as const }
    if (now[field] === after) return { decision, result: 'there' as const }
    if (now[field] !== before) return { decision, result: 'stale' as const }
    changes[field] = after
    now[field] = after
    return { decision, result: 'applied' as const }
  })
  if (Object.keys(changes).length === 0) return { ...row, decided }
  return { ...cleanseRow({ ...record, values: { ...record.values, ...changes } }, context), decided }
}

/** By what the decisions about a record are found. */
export function decisionKey(dose: string, row: number): string {
  return dose === '' ? `row ${row}` : `dose ${dose}`
}

function inOrderOfDays(decisions: readonly Decision[]): readonly Decision[] {
  return decisions.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function readDecision(line: string): Decision {
  try {
    const decision = JSON.parse(line) as Decision
    const { dose_id: dose, row, field, before, after, by, at } = decision
    const isNamed = [dose, by, at].every((text) => typeof text === 'string') && by !== '' && Number.isSafeInteger(row)
    const isChange =
      basicFields.some((name) => name === field) && typeof before === 'string' && typeof after === 'string'
    if (isNamed && (decision.decision === 'correct' ? isChange : field === undefined)) return decision
  } catch {
    // What does not read is no decision.
  }
  throw new Fault('worklist.input', 'not a file of decisions')
}
