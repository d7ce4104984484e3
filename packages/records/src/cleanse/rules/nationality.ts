import { readNationality } from '../../identity/nationality.ts'
import type { RowRule } from '../rule.ts'

/** Whoever has a personal number is taken for a citizen without a word. */
export const nationality: RowRule = {
  id: 'CT-04',
  severity: 'W',
  fix: 'S',
  fields: ['nationality', 'id_number'],
  example: '(empty) → VN?',
  check(row, report) {
    const { id } = row.facts
    const text = row.values.nationality
    if (text.trim() === '') {
      if (id.kind !== 'personal') report.find(nationality, 'nationality', id.kind === 'cmnd' ? 'VN' : undefined)
      return
    }
    const country = readNationality(text)
    if (country === undefined || (country === 'VN' && id.kind === 'passport')) report.find(nationality, 'nationality')
  },
}

export const nationalityRules: readonly RowRule[] = [nationality]
