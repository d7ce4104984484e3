import type { Claims, Usage } from '../../dcc/types.ts'
import type { RulePolicy } from './rule-policy.ts'
import type { RuleResult } from './rule-result.ts'

/** What rules are asked about. */
export interface RuleSubject {
  readonly claims: Claims
  readonly usage: Usage
  readonly kid: Uint8Array
  readonly signerCountry: string
}

export function judgeRules(_policy: RulePolicy, _subject: RuleSubject, _now: number): readonly RuleResult[] {
  return []
}
