import type { Rule } from '../../trust/rule.ts'

/** What one rule said of one certificate. */
export interface RuleResult {
  readonly identifier: string
  readonly version: string
  readonly type: Rule['type']
  /** `open`: the rule could not be evaluated, so nobody knows. */
  readonly outcome: 'passed' | 'failed' | 'open'
  /** What the rule demands, by language tag. */
  readonly descriptions: ReadonlyMap<string, string>
}
