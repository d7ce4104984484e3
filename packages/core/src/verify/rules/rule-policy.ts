import type { Purpose, Rule } from '../../trust/rule.ts'
import type { DatedValueSet } from '../../trust/value-set-list.ts'

/** Whose rules must hold, and for what. */
export interface RulePolicy {
  /** All rules at hand; those in force are selected. */
  readonly rules: readonly Rule[]
  readonly valueSets: readonly DatedValueSet[]
  /** ISO 3166-1 alpha-2 of the country that is entered, upper case. */
  readonly country: string
  readonly purpose: Purpose
  readonly region?: string
}
