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
 * The rules to ask, in force now and for this kind of certificate: acceptance rules of the country that is entered, for
 * this purpose, and invalidation rules of the one that signed. Acceptance rules without a region hold everywhere, those
 * of a region hold there besides; what its country has taken back is taken back wherever it is shown, and for whatever.
 * Of several versions of one rule the highest counts.
 */
export function selectRules(policy: RulePolicy, selection: Selection): readonly Rule[] {
  const { usage, now } = selection
  const highest = new Map<string, Rule>()
  for (const rule of policy.rules) {
    if (!isAsked(rule, policy, selection)) continue
    if (rule.certificateType !== 'General' && rule.certificateType !== certificateTypes[usage]) continue
    if (!(rule.validFrom <= now && now <= rule.validTo)) continue
    const name = [rule.type, rule.country, rule.region, rule.identifier].join()
    const other = highest.get(name)
    if (other === undefined || isHigher(rule.version, other.version)) highest.set(name, rule)
  }
  return [...highest.values()]
}

function isAsked(rule: Rule, { country, purpose, region }: RulePolicy, { issuingCountry }: Selection): boolean {
  if (rule.type === 'Invalidation') return sameCountry(rule.country, issuingCountry)
  if (rule.region !== undefined && rule.region !== region) return false
  return sameCountry(rule.country, country) && rule.purposes.includes(purpose)
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
