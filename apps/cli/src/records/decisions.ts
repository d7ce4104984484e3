import { Fault } from '@vaxcert/core'
import { defaultCodeSets } from '@vaxcert/records'

/** What somebody confirmed for a whole file: "product|Fizer" is "EU/1/20/1528". */
export interface Decision {
  readonly key: string
  readonly value: string
  /** Who confirmed it, and on which day. */
  readonly by: string
  readonly at: string
}

const letterings = ['tcvn3', 'vni', 'cp1258-as-1252', 'utf8-as-1252', 'viqr', 'telex']
const letteringKey = /^lettering\|(?:full_name|guardian_name|address|commune|district|province|facility_name)$/
const form = 'write {"decisions": [{"key", "value", "by", "at"}]}'

/**
 * Reads a file of decisions: `{"decisions": [{"key": "lettering|full_name", "value": "tcvn3", "by": "…", "at": "2022-05-20"}]}`.
 * @throws Fault `record.decisions` where one says nothing that can be confirmed, or does not say by whom and when
 */
export function readDecisions(json: string): readonly Decision[] {
  const { decisions } = parse(json)
  if (!Array.isArray(decisions)) throw new Fault('record.decisions', form)
  const read = decisions.map(readDecision)
  if (new Set(read.map(({ key }) => key)).size < read.length)
    throw new Fault('record.decisions', 'a key is there twice')
  return read
}

/** As the rules take it. */
export function confirmedOf(decisions: readonly Decision[]): ReadonlyMap<string, string> {
  return new Map(decisions.map(({ key, value }) => [key, value]))
}

function parse(json: string): { readonly decisions?: unknown } {
  try {
    return Object(JSON.parse(json))
  } catch {
    throw new Fault('record.decisions', 'not JSON')
  }
}

function readDecision(value: unknown): Decision {
  const { key, value: meant, by, at } = Object(value) as Readonly<Record<string, unknown>>
  if (typeof key !== 'string' || typeof meant !== 'string') throw new Fault('record.decisions', form)
  const isNamed = typeof by === 'string' && by.trim() !== '' && typeof at === 'string' && /^\d{4}-\d\d-\d\d$/.test(at)
  if (!isNamed) throw new Fault('record.decisions', 'a decision does not say by whom and when')
  const isKnown =
    (letteringKey.test(key) && letterings.includes(meant)) ||
    (key.startsWith('product|') && defaultCodeSets.products.some(({ mp }) => mp === meant))
  if (!isKnown) throw new Fault('record.decisions', 'a decision about nothing that can be confirmed')
  return { key, value: meant, by, at }
}
