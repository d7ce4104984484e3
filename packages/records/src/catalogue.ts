import { rowRules } from './cleanse/catalogue.ts'
import type { RuleInfo } from './cleanse/rule.ts'
import { ruleIds } from './cleanse/rule-id.ts'
import { processRules, type Step } from './process/index.ts'
import { setRules } from './sets/set-rules.ts'

/** Who decides a rule: one row alone, the whole set, or a step of the work. */
export type DecidedBy = 'row' | 'set' | Step

/** A rule as people read of it. A lot is judged in its row and among those of its session: some rules have several deciders. */
export interface CatalogueEntry extends RuleInfo {
  readonly decidedBy: readonly DecidedBy[]
}

const deciders: readonly (readonly [DecidedBy, RuleInfo])[] = [
  ...rowRules.map((rule) => ['row', rule] as const),
  ...setRules.map((rule) => ['set', rule] as const),
  ...processRules.map((rule) => [rule.step, rule] as const),
]

/** All rules there are, each once, in the order of their groups. */
export const catalogue: readonly CatalogueEntry[] = ruleIds.flatMap((id) => {
  const own = deciders.filter(([, rule]) => rule.id === id)
  const [first] = own
  if (first === undefined) return []
  const { severity, fix, fields, example } = first[1]
  return [{ id, severity, fix, fields, example, decidedBy: [...new Set(own.map(([by]) => by))] }]
})
