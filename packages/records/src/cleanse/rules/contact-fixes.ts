import { readPhone } from '../../identity/read-phone.ts'
import type { RowRule } from '../rule.ts'

/** The ten digits that are dialled today: 11-digit numbers of before 2018, the country's code, signs. */
export const phoneOfToday: RowRule = {
  id: 'CT-01',
  severity: 'I',
  fix: 'A',
  fields: ['phone', 'guardian_phone'],
  example: '0169.2345.678 → 0392345678',
  check(row, report) {
    for (const field of ['phone', 'guardian_phone'] as const) {
      if (row.values[field] === '') continue
      const phone = readPhone(row.values[field])
      if (phone.kind === 'mobile') report.fix(phoneOfToday, field, phone.digits)
    }
  },
}

export const contactFixes: readonly RowRule[] = [phoneOfToday]
