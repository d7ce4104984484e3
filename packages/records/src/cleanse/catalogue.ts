import type { RowRule } from './rule.ts'
import { addressRules } from './rules/address.ts'
import { birthDateRules } from './rules/birth-date.ts'
import { contactRules } from './rules/contact.ts'
import { contactFixes } from './rules/contact-fixes.ts'
import { doseDateRules } from './rules/dose-date.ts'
import { dosePlaceRules } from './rules/dose-place.ts'
import { entryRules } from './rules/entry.ts'
import { idFixes } from './rules/id-fixes.ts'
import { idNumberRules } from './rules/id-number.ts'
import { idPersonRules } from './rules/id-person.ts'
import { lotRules } from './rules/lot.ts'
import { nameRules } from './rules/name.ts'
import { nameFixes } from './rules/name-fixes.ts'
import { nameLetterRules } from './rules/name-letters.ts'
import { nationalityRules } from './rules/nationality.ts'
import { partialDateFixes } from './rules/partial-date.ts'
import { productRules } from './rules/product.ts'
import { productFixes } from './rules/product-fixes.ts'
import { sexRules } from './rules/sex.ts'

/**
 * Rules that may change a value without loss, in the order in which they run: a rule sees what those before it fixed.
 * A file under rules/ exports one array for this stage or for the other.
 */
export const fixingRules: readonly RowRule[] = [
  ...idFixes,
  ...nameFixes,
  ...partialDateFixes,
  ...contactFixes,
  ...productFixes,
]

/** Rules that only tell, after all fixes, in the order in which people read what they found. */
export const judgingRules: readonly RowRule[] = [
  ...idNumberRules,
  ...idPersonRules,
  ...nameRules,
  ...nameLetterRules,
  ...birthDateRules,
  ...sexRules,
  ...contactRules,
  ...nationalityRules,
  ...addressRules,
  ...doseDateRules,
  ...productRules,
  ...lotRules,
  ...dosePlaceRules,
  ...entryRules,
]

/** Every rule that one row decides. */
export const rowRules: readonly RowRule[] = [...fixingRules, ...judgingRules]
