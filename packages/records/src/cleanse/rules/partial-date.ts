import type { RowRule } from '../rule.ts'

/** Only the year of birth, or month and year, is known: it stays so, in the form that a certificate takes. */
export const partialBirthDate: RowRule = {
  id: 'DB-04',
  severity: 'W',
  fix: 'A',
  fields: ['birth_date'],
  example: '00/00/1945 → 1945',
  check(row, report) {
    const date = row.facts.birthDate
    if (date === undefined || date.precision === 'day') return
    if (date.iso === row.values.birth_date) report.find(partialBirthDate, 'birth_date')
    else report.fix(partialBirthDate, 'birth_date', date.iso)
  },
}

export const partialDateFixes: readonly RowRule[] = [partialBirthDate]
