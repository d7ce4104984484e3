import { Fault } from '@vaxcert/core/fault'
import { canonicalValues } from '../cleanse/canonical-values.ts'
import { type CleansedRow, cleanseRow } from '../cleanse/cleanse-row.ts'
import type { Context } from '../cleanse/context.ts'
import type { DoseRecord } from '../record.ts'
import type { Decision } from './decisions.ts'
import { basicFields } from './person.ts'

/** Decisions by the identifier of the dose, or by the number of the row where a dose has none. */
export type Decisions = ReadonlyMap<string, readonly Decision[]>

/**
 * Reads decisions files, NDJSON, one after the other.
 * @throws Fault `worklist.input`
 */
export function readDecisions(texts: readonly string[]): Decisions {
  const decisions = new Map<string, Decision[]>()
  for (const line of texts.flatMap((text) => text.split('\n'))) {
    if (line === '') continue
    const decision = readDecision(line)
    const key = keyOf(decision.dose_id, decision.row)
    decisions.set(key, [...(decisions.get(key) ?? []), decision])
  }
  return decisions
}

/**
 * Cleanses a record as people decided about it: a correction holds where the row, once cleansed, still says what stood on
 * the list. Any other value has been changed since, and stays.
 */
export function cleanseDecided(record: DoseRecord, context: Context, decisions: Decisions): CleansedRow {
  const row = cleanseRow(record, context)
  const own = decisions.get(keyOf(record.values.dose_id, record.place.row))
  if (own === undefined) return row
  const now = canonicalValues(row)
  const holding = own.filter(({ field, before }) => field !== undefined && now[field] === before)
  if (holding.length === 0) return row
  const changes = Object.fromEntries(holding.map(({ field, after }) => [field, after]))
  return cleanseRow({ ...record, values: { ...record.values, ...changes } }, context)
}

function keyOf(dose: string, row: number): string {
  return dose === '' ? `row ${row}` : `dose ${dose}`
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
