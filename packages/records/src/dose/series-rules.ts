import type { RuleInfo } from '../cleanse/rule.ts'

/** Rules that a person's timeline decides. */
export const tooSoon: RuleInfo = {
  id: 'DS-11',
  severity: 'R',
  fix: 'F',
  fields: ['dose_date', 'product', 'dose_class'],
  example: 'Moderna, 20 days after Moderna',
}

export const otherNumber: RuleInfo = {
  id: 'DS-12',
  severity: 'W',
  fix: 'A',
  fields: ['dose_number'],
  example: 'mũi 1, mũi 2, mũi 2 → 3',
}

export const missingDose: RuleInfo = {
  id: 'DS-13',
  severity: 'W',
  fix: 'F',
  fields: ['dose_number'],
  example: 'mũi 2 alone',
}

export const noPrimary: RuleInfo = {
  id: 'DS-14',
  severity: 'R',
  fix: 'F',
  fields: ['dose_class'],
  example: 'nhắc lại after one Pfizer',
}

export const forbiddenMix: RuleInfo = {
  id: 'DS-15',
  severity: 'W',
  fix: 'F',
  fields: ['product'],
  example: 'AstraZeneca, then Moderna',
}

export const tooMany: RuleInfo = {
  id: 'DS-16',
  severity: 'B',
  fix: 'F',
  fields: ['dose_date'],
  example: 'two doses on one day',
}

export const seriesRules: readonly RuleInfo[] = [tooSoon, otherNumber, missingDose, noPrimary, forbiddenMix, tooMany]
