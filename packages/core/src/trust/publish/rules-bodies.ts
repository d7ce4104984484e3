import { type RuleEntryJson, type RulesListJson, readRules } from '../rules-list.ts'
import { type DatedValueSet, readValueSets, type ValueSetListJson } from '../value-set-list.ts'

export type { RuleJson } from '../rule-json.ts'
export type { RuleEntryJson, RulesListJson } from '../rules-list.ts'
export type { ValueSetListJson } from '../value-set-list.ts'

/**
 * The body of a list of rules: each rule as its country published it. `readRules` reads it.
 * @throws Fault `list.shape` when a rule is none
 */
export function writeRules(rules: readonly RuleEntryJson[]): RulesListJson {
  const list: RulesListJson = { format: 'vaxcert-rules', version: 1, rules }
  readRules(list)
  return list
}

/**
 * The body of a list of value sets, in their order. `readValueSets` gives them back.
 * @throws Fault `list.shape` when a set is none, or two are of one day
 */
export function writeValueSets(valueSets: readonly DatedValueSet[]): ValueSetListJson {
  const list: ValueSetListJson = { format: 'vaxcert-value-sets', version: 1, valueSets }
  readValueSets(list)
  return list
}
