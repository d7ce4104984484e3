import { Fault } from '@vaxcert/core/fault'
import { isDomestic } from '../dose/country.ts'
import { isEvidence } from '../dose/evidence.ts'
import type { FieldValues } from '../record.ts'

/** What Viet Nam certifies of doses that it did not give: policy of the ministry, by version. */
export interface AbroadPolicy {
  readonly version: string
  /** `never`: the country that gave it does (eHN guidelines: `co` is the country of the dose). */
  readonly 'doses-given-abroad': 'issue' | 'never'
}

export const abroadPolicy2022: AbroadPolicy = { version: '2022-05-31', 'doses-given-abroad': 'never' }

/**
 * Whether Viet Nam may sign a certificate for the dose: given here, or abroad with evidence where the policy allows it.
 * Either way the dose counts in the series of its person. `IssueOptions.foreignDoses` of core is the same gate a second time.
 */
export function signable(dose: Pick<FieldValues, 'country' | 'evidence'>, policy: AbroadPolicy): boolean {
  return isDomestic(dose.country) || (policy['doses-given-abroad'] === 'issue' && isEvidence(dose.evidence))
}

/**
 * The policy of a configuration file: one JSON object with every field of `AbroadPolicy`, and no other.
 * @throws Fault `record.policy`
 */
export function readAbroadPolicy(json: string): AbroadPolicy {
  const { version, 'doses-given-abroad': abroad, ...rest } = parse(json)
  const isVersion = typeof version === 'string' && /^[\w.-]{1,40}$/.test(version)
  if (!isVersion || (abroad !== 'issue' && abroad !== 'never') || Object.keys(rest).length > 0)
    throw new Fault('record.policy', 'a field of the policy is missing, unknown or out of its range')
  return { version, 'doses-given-abroad': abroad }
}

function parse(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Told below, like every other shape.
  }
  throw new Fault('record.policy', 'not a JSON object')
}
