import { demand, demandArray, demandRecord } from './list-shape.ts'
import type { Purpose, Rule } from './rule.ts'
import { type RuleJson, readRule } from './rule-json.ts'

/** The rules of all countries as JSON. It carries no signature: a signed list has it as body. */
export interface RulesListJson {
  readonly format: 'vaxcert-rules'
  readonly version: 1
  readonly rules: readonly RuleEntryJson[]
}

/** A rule as its country published it, and what it is for; the EU's rules are for entry. */
export interface RuleEntryJson {
  readonly purposes: readonly Purpose[]
  readonly rule: RuleJson
}

/** Rules a list may hold. All countries together never had 500 at once. */
export const MAX_RULES = 5000

const allPurposes: readonly Purpose[] = ['entry', 'venue']

/**
 * Reads what JSON.parse made of a list of rules, strictly: one rule that is none refuses the whole list.
 * Whether its logic can be evaluated shows when it is asked.
 * @throws Fault `list.shape`
 */
export function readRules(json: unknown): readonly Rule[] {
  const { format, version, rules } = demandRecord(json, ['format', 'version', 'rules'])
  demand(format === 'vaxcert-rules' && version === 1, 'format or version')
  return demandArray(rules, MAX_RULES).map(readEntry)
}

function readEntry(json: unknown): Rule {
  const { purposes, rule } = demandRecord(json, ['purposes', 'rule'])
  return readRule(rule, readPurposes(purposes))
}

/** Given back in our order. */
function readPurposes(value: unknown): readonly Purpose[] {
  const names = demandArray(value, allPurposes.length)
  const purposes = allPurposes.filter((purpose) => names.includes(purpose))
  demand(purposes.length === names.length && purposes.length > 0, 'purposes')
  return purposes
}
