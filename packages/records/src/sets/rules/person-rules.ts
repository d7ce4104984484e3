import type { RuleInfo } from '../../cleanse/rule.ts'

/** Rules over the rows of one number, and of one person. */
export const sharedNumber: RuleInfo = {
  id: 'ID-10',
  severity: 'B',
  fix: 'P',
  fields: ['id_number', 'full_name'],
  example: "a mother's number with three children",
}

export const oldNumberBeside: RuleInfo = {
  id: 'ID-11',
  severity: 'W',
  fix: 'S',
  fields: ['id_number'],
  example: '013579246 → 001085012345',
}

export const exactDouble: RuleInfo = {
  id: 'DU-01',
  severity: 'I',
  fix: 'A',
  fields: ['dose_id'],
  example: 'the same row in two exports',
}

export const sameDose: RuleInfo = {
  id: 'DU-02',
  severity: 'W',
  fix: 'A',
  fields: ['dose_date', 'product', 'facility'],
  example: 'one dose, typed in twice',
}

export const twoSites: RuleInfo = {
  id: 'DU-03',
  severity: 'R',
  fix: 'F',
  fields: ['facility', 'dose_date', 'product'],
  example: 'a mobile team, and the station the day after',
}

export const sameNumberSoon: RuleInfo = {
  id: 'DU-04',
  severity: 'R',
  fix: 'F',
  fields: ['dose_number', 'dose_date'],
  example: 'mũi 1 on 2021-09-15 and on 2021-09-25',
}

export const severalNumbers: RuleInfo = {
  id: 'DU-05',
  severity: 'R',
  fix: 'P',
  fields: ['id_number'],
  example: '001085012345 and 001085012354, one name, birth date and phone',
}

export const twoPersons: RuleInfo = {
  id: 'DU-06',
  severity: 'B',
  fix: 'P',
  fields: ['birth_date', 'dose_date'],
  example: 'one number, born 1962 and 1990, two doses in a week',
}

export const personRules: readonly RuleInfo[] = [
  ...[sharedNumber, oldNumberBeside, exactDouble, sameDose, twoSites, sameNumberSoon, severalNumbers, twoPersons],
]
