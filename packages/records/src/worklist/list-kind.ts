import type { RuleId } from '../cleanse/rule-id.ts'

/** The three lists of letter 2262/BYT-CNTT, step 1: no number, malformed number, wrong basics. */
export type ListKind = 'no-number' | 'malformed-number' | 'wrong-basics'

/** In the order of the letter, and the letter that names each. */
export const listKinds: Readonly<Record<ListKind, string>> = {
  'no-number': 'a',
  'malformed-number': 'b',
  'wrong-basics': 'c',
}

const malformed: ReadonlySet<RuleId> = new Set(['ID-03', 'ID-04', 'ID-05', 'ID-06', 'ID-08', 'ID-09', 'ID-13'])

/** Rules over number, name, birth date and sex, and over who is who: what police and household can answer. */
const basics: ReadonlySet<RuleId> = new Set([
  'ID-07',
  'ID-10',
  'ID-12',
  'ID-14',
  'PN-01',
  'PN-04',
  'PN-05',
  'PN-09',
  'PN-10',
  'DB-01',
  'DB-02',
  'DB-03',
  'DB-06',
  'SX-01',
  'SX-02',
  'DU-05',
  'DU-06',
  'PR-01',
])

/** The list a rule leads to; undefined where another office has to look, such as the facility for a dose. */
export function listOf(rule: RuleId): ListKind | undefined {
  if (rule === 'ID-01') return 'no-number'
  if (malformed.has(rule)) return 'malformed-number'
  return basics.has(rule) ? 'wrong-basics' : undefined
}

/** The one list of a person with these open rules: who has no number is not asked about its form. */
export function listOfRules(rules: readonly RuleId[]): ListKind | undefined {
  const kinds = rules.map(listOf)
  return (Object.keys(listKinds) as ListKind[]).find((kind) => kinds.includes(kind))
}
