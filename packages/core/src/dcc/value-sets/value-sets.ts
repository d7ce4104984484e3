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

type CodeStatus = 'active' | 'deprecated'

/** One look-up a code: by set, then by code. */
const STATUSES: ReadonlyMap<string, ReadonlyMap<string, CodeStatus>> = new Map(
  Object.values(VALUE_SETS).map((set) => [set.id, statusesOf(set)]),
)

function statusesOf({ active, deprecated }: ValueSet): ReadonlyMap<string, CodeStatus> {
  const statuses = new Map<string, CodeStatus>()
  for (const code of deprecated) statuses.set(code, 'deprecated')
  for (const code of active) statuses.set(code, 'active')
  return statuses
}

/** Whether the code may stand in a new certificate, or only in an old one; undefined if in none. */
export function codeStatus(set: ValueSetId, code: string): CodeStatus | undefined {
  return STATUSES.get(set)?.get(code) ?? statusByForm(VALUE_SETS[set], code)
}

function statusByForm({ form }: ValueSet, code: string): CodeStatus | undefined {
  return form?.test(code) ? 'active' : undefined
}

/** Whether the code is one of the set, deprecated ones included. */
export function isInValueSet(set: ValueSetId, code: string): boolean {
  return codeStatus(set, code) !== undefined
}
