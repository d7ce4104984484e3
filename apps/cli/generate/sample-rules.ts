import { type RulesListJson, type ValueSetListJson, writeRules, writeValueSets } from '@vaxcert/core/trust/publish'
import { builtinValueSets } from '../src/trust/builtin-value-sets.ts'
import { generalRules } from './rules-vn/general.ts'
import { invalidationRules } from './rules-vn/invalidation.ts'
import type { NationalRule } from './rules-vn/national-rule.ts'
import { seriesRules } from './rules-vn/series.ts'
import { recoveryRules, testRules } from './rules-vn/test-and-recovery.ts'
import { vaccinationTimeRules } from './rules-vn/vaccination-times.ts'

/** A sample of what Viet Nam's rules could be. It is nobody's law. */
export const nationalRules: readonly NationalRule[] = [
  ...generalRules,
  ...seriesRules,
  ...vaccinationTimeRules,
  ...testRules,
  ...recoveryRules,
  ...invalidationRules,
]

/** The sample rules as body of a list. */
export function sampleRules(): RulesListJson {
  return writeRules(nationalRules.map(({ purposes, rule }) => ({ purposes, rule })))
}

/** The EU's value sets as body of a list. */
export function sampleValueSets(): ValueSetListJson {
  return writeValueSets(builtinValueSets().valueSets)
}
