import type { RuleId } from '../cleanse/rule-id.ts'

/**
 * The three lists of letter 2262/BYT-CNTT, step 1: no number, malformed number, wrong basics; and two for those who gave
 * the dose: what is open about a dose, and about foreigners, whom the population database does not know (letter 8938/BYT-DP).
 */
export type ListKind = 'no-number' | 'malformed-number' | 'wrong-basics' | 'dose' | 'foreign'

/** In the order of the letter, and the letter that names each. */
export const listKinds: Readonly<Record<ListKind, string>> = {
  'no-number': 'a',
  'malformed-number': 'b',
  'wrong-basics': 'c',
  dose: 'd',
  foreign: 'e',
}

/** The lists of a commune. */
type PersonKind = Exclude<ListKind, 'dose' | 'foreign'>

const malformed = ['ID-03', 'ID-04', 'ID-05', 'ID-06', 'ID-08', 'ID-09', 'ID-13'] as const

/** Rules over number, name, birth date and sex, and over who is who: what police and household can answer. */
const basics = [
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
  'DS-20',
  'DU-05',
  'DU-06',
  'PR-01',
] as const

/** A rule that puts a person on a list. */
export type ListRule = 'ID-01' | (typeof malformed)[number] | (typeof basics)[number]

/** The list of people a rule leads to; undefined where it is about the dose: that is for who gave it. */
export function listOf(rule: RuleId): PersonKind | undefined {
  if (rule === 'ID-01') return 'no-number'
  if ((malformed as readonly RuleId[]).includes(rule)) return 'malformed-number'
  return (basics as readonly RuleId[]).includes(rule) ? 'wrong-basics' : undefined
}

export function isListRule(rule: RuleId): rule is ListRule {
  return listOf(rule) !== undefined
}

/** The one list of a person with these open rules: who has no number is not asked about its form. */
export function listOfRules(rules: readonly RuleId[]): PersonKind | undefined {
  const kinds = rules.map(listOf)
  return (Object.keys(listKinds) as PersonKind[]).find((kind) => kinds.includes(kind))
}
