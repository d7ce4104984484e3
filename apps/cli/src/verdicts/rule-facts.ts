import type { Verdict } from '@vaxcert/core'
import { type RuleResult, ruleDescription } from '@vaxcert/core/verify/rules'
import { printable } from '../terminal.ts'
import type { Fact } from './facts.ts'
import type { Unread } from './verdict-json.ts'

const outcomes: Readonly<Record<RuleResult['outcome'], string>> = {
  failed: 'Not met',
  open: 'Unclear',
  passed: 'Met',
}

/** What the rules said; empty where none was asked. */
export function rulesOf(verdict: Verdict | Unread): readonly RuleResult[] {
  return ('rules' in verdict && verdict.rules) || []
}

/** What each rule demands, in the reader's language, and whether it is met; those that are not come first. */
export function ruleFacts(rules: readonly RuleResult[], languages: readonly string[]): readonly Fact[] {
  const order = Object.keys(outcomes)
  return rules
    .toSorted((left, right) => order.indexOf(left.outcome) - order.indexOf(right.outcome))
    .map((rule) => [outcomes[rule.outcome], printable(`${ruleDescription(rule, languages)} (${rule.identifier})`)])
}

/** The same for a JSON line, in the order in which they were asked. */
export function rulesJson(
  rules: readonly RuleResult[],
  languages: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  return rules.map((rule) => ({
    identifier: rule.identifier,
    version: rule.version,
    type: rule.type,
    outcome: rule.outcome,
    description: ruleDescription(rule, languages),
  }))
}
