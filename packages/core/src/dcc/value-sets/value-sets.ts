import { COUNTRY_2_CODES } from './country-2-codes.ts'
import { DISEASE_AGENT_TARGETED } from './disease-agent-targeted.ts'
import { TEST_MANF } from './test-manf.ts'
import { TEST_RESULT } from './test-result.ts'
import { TEST_TYPE } from './test-type.ts'
import { VACCINE_MAH_MANF } from './vaccine-mah-manf.ts'
import { VACCINE_MEDICINAL_PRODUCT } from './vaccine-medicinal-product.ts'
import { VACCINE_PROPHYLAXIS } from './vaccine-prophylaxis.ts'
import type { ValueSet } from './value-set.ts'

/** The release of eu-dcc-valuesets that all sets here are taken from. */
export const VALUE_SETS_RELEASE = '2.12'

/** The identifiers that the sets carry themselves. */
export type ValueSetId =
  | 'disease-agent-targeted'
  | 'sct-vaccines-covid-19'
  | 'vaccines-covid-19-names'
  | 'vaccines-covid-19-auth-holders'
  | 'covid-19-lab-test-type'
  | 'covid-19-lab-result'
  | 'covid-19-lab-test-manufacturer-and-name'
  | 'country-2-codes'

/** Every value set, by its own identifier. */
export const VALUE_SETS: Readonly<Record<ValueSetId, ValueSet>> = {
  'disease-agent-targeted': DISEASE_AGENT_TARGETED,
  'sct-vaccines-covid-19': VACCINE_PROPHYLAXIS,
  'vaccines-covid-19-names': VACCINE_MEDICINAL_PRODUCT,
  'vaccines-covid-19-auth-holders': VACCINE_MAH_MANF,
  'covid-19-lab-test-type': TEST_TYPE,
  'covid-19-lab-result': TEST_RESULT,
  'covid-19-lab-test-manufacturer-and-name': TEST_MANF,
  'country-2-codes': COUNTRY_2_CODES,
}

interface Codes {
  readonly active: ReadonlySet<string>
  readonly deprecated: ReadonlySet<string>
}

const CODES: ReadonlyMap<ValueSet, Codes> = new Map(
  Object.values(VALUE_SETS).map((set) => [set, { active: new Set(set.active), deprecated: new Set(set.deprecated) }]),
)

/** Whether the code may stand in a new certificate, or only in an old one; undefined if in none. */
export function codeStatus(set: ValueSetId, code: string): 'active' | 'deprecated' | undefined {
  const { form } = VALUE_SETS[set]
  if (form !== undefined) return form.test(code) ? 'active' : undefined
  const codes = CODES.get(VALUE_SETS[set])
  if (codes?.active.has(code)) return 'active'
  return codes?.deprecated.has(code) ? 'deprecated' : undefined
}

/** Whether the code is one of the set, deprecated ones included. */
export function isInValueSet(set: ValueSetId, code: string): boolean {
  return codeStatus(set, code) !== undefined
}
