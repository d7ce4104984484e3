import { isIsoDate } from '../dcc/dates.ts'
import { demand, demandArray, demandRecord, demandText } from './list-shape.ts'

/** The codes of one value set from one day on. */
export interface DatedValueSet {
  /** "vaccines-covid-19-names". */
  readonly id: string
  /** The day it is dated, "2023-01-25". */
  readonly date: string
  readonly codes: readonly string[]
}

/** Value sets as JSON. It carries no signature: a signed list has it as body. */
export interface ValueSetListJson {
  readonly format: 'vaxcert-value-sets'
  readonly version: 1
  /** One set may be there in several versions, each of its own day. */
  readonly valueSets: readonly DatedValueSet[]
}

/** Versions of all sets together that a list may hold. The EU has eight sets. */
const MAX_SETS = 512
/** The list of rapid tests is the longest and has some two thousand. */
const MAX_CODES = 20_000
const MAX_CODE = 128

/**
 * Reads what JSON.parse made of a list of value sets, strictly.
 * @throws Fault `list.shape`
 */
export function readValueSets(json: unknown): readonly DatedValueSet[] {
  const { format, version, valueSets } = demandRecord(json, ['format', 'version', 'valueSets'])
  demand(format === 'vaxcert-value-sets' && version === 1, 'format or version')
  const sets = demandArray(valueSets, MAX_SETS).map(readValueSet)
  demand(new Set(sets.map(({ id, date }) => `${date} ${id}`)).size === sets.length, 'two sets of one day')
  return sets
}

function readValueSet(json: unknown): DatedValueSet {
  const { id, date, codes } = demandRecord(json, ['id', 'date', 'codes'])
  const day = demandText(date, /^/, 10)
  demand(isIsoDate(day), 'no such day')
  return {
    id: demandText(id, /^[a-z0-9]+(-[a-z0-9]+)*$/, 64),
    date: day,
    codes: demandArray(codes, MAX_CODES).map((code) => demandText(code, /./, MAX_CODE)),
  }
}
