import type { RowRule } from './rule.ts'
import { birthDateRules } from './rules/birth-date.ts'
import { nameRules } from './rules/name.ts'
import { nameFixes } from './rules/name-fixes.ts'
import { nameLetterRules } from './rules/name-letters.ts'
import { nationalityRules } from './rules/nationality.ts'
import { partialDateFixes } from './rules/partial-date.ts'
import { sexRules } from './rules/sex.ts'

/**
 * Rules that may change a value without loss, in the order in which they run: a rule sees what those before it fixed.
 * A file under rules/ exports one array for this stage or for the other.
 */
export const fixingRules: readonly RowRule[] = [...nameFixes, ...partialDateFixes]

/** Rules that only tell, after all fixes, in the order in which people read what they found. */
export const judgingRules: readonly RowRule[] = [
  ...nameRules,
  ...nameLetterRules,
  ...birthDateRules,
  ...sexRules,
  ...nationalityRules,
]

/** Every rule that one row decides. */
export const rowRules: readonly RowRule[] = [...fixingRules, ...judgingRules]
