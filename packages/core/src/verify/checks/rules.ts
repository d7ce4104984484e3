import { Fault } from '../../fault.ts'
import type { RuleResult } from '../rules/rule-result.ts'

/**
 * Every rule in force must hold. A rule that fails outweighs one that nobody can read; without any of the
 * country that is entered, nobody has said what would be enough.
 * @throws Fault `rules.refused`, `rules.unreadable`, `rules.none`
 */
export function checkRules(results: readonly RuleResult[]): void {
  if (results.some(({ outcome }) => outcome === 'failed')) throw new Fault('rules.refused', 'a rule does not hold')
  if (results.some(({ outcome }) => outcome === 'open')) throw new Fault('rules.unreadable', 'a rule cannot be read')
  if (!results.some(({ type }) => type === 'Acceptance'))
    throw new Fault('rules.none', 'no rules for this country and purpose')
}
