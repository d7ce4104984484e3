import type { Usage } from '../../dcc/types.ts'
import type { Rule, RuleCertificateType } from '../../trust/rule.ts'
import { sameCountry } from '../../trust/signer-country.ts'
import type { RulePolicy } from './rule-policy.ts'

/** What a selection turns on, beside the policy. */
export interface Selection {
  readonly usage: Usage
  /** ISO 3166-1 alpha-2 of the country that signed. */
  readonly issuingCountry: string
  /** Seconds since 1970. */
  readonly now: number
}

const certificateTypes: Readonly<Record<Usage, RuleCertificateType>> = {
  vaccination: 'Vaccination',
  test: 'Test',
  recovery: 'Recovery',
}

/**
 * The rules to ask: acceptance rules of the country that is entered, and invalidation rules of the one that signed; in
 * force now, for this purpose and this kind of certificate. Rules without a region hold everywhere, those of a region
 * hold there besides. Of several versions of one rule the highest counts.
 */
export function selectRules({ rules, country, purpose, region }: RulePolicy, selection: Selection): readonly Rule[] {
  const { usage, issuingCountry, now } = selection
  const highest = new Map<string, Rule>()
  for (const rule of rules) {
    if (!sameCountry(rule.country, rule.type === 'Acceptance' ? country : issuingCountry)) continue
    if (rule.certificateType !== 'General' && rule.certificateType !== certificateTypes[usage]) continue
    if (!(rule.validFrom <= now && now <= rule.validTo)) continue
    if (rule.region !== undefined && rule.region !== region) continue
    if (!rule.purposes.includes(purpose)) continue
    const name = [rule.type, rule.country, rule.region, rule.identifier].join()
    const other = highest.get(name)
    if (other === undefined || isHigher(rule.version, other.version)) highest.set(name, rule)
  }
  return [...highest.values()]
}

/** Semantic versioning §11, but two pre-releases of one version are told apart by nothing. */
function isHigher(version: string, other: string): boolean {
  const [left, right] = [orderOf(version), orderOf(other)]
  const at = left.findIndex((part, index) => part !== right[index])
  return (left[at] ?? 0) > (right[at] ?? 0)
}

function orderOf(version: string): readonly number[] {
  const [numbers = '', ...suffix] = version.split('-')
  const [major = 0, minor = 0, patch = 0] = numbers.split('.').map((part) => Number.parseInt(part, 10))
  return [major, minor, patch, suffix.length === 0 ? 1 : 0]
}
