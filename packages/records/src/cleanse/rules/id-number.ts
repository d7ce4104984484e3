import { agrees, disagrees } from '../../identity/agreement.ts'
import { isRegistry, isSound, personalNumber } from '../../identity/personal-number.ts'
import { readIdNumber } from '../../identity/read-id-number.ts'
import { readPhone } from '../../identity/read-phone.ts'
import type { Draft, RowRule } from '../rule.ts'

/** A citizen without a number, a foreigner without a passport's. Proposes the old number where one is known. */
export const noNumber: RowRule = {
  id: 'ID-01',
  severity: 'B',
  fix: 'P',
  fields: ['id_number', 'old_id_number'],
  example: '(empty)',
  check(row, report) {
    if (row.facts.id.kind !== 'none') return
    const old = readIdNumber(row.values.old_id_number)
    report.find(noNumber, 'id_number', old.kind === 'personal' || old.kind === 'cmnd' ? old.digits : undefined)
  },
}

/** Letters for digits, where with digits nothing speaks against the number. */
export const letterInNumber: RowRule = {
  id: 'ID-03',
  severity: 'R',
  fix: 'S',
  fields: ['id_number'],
  example: 'O79l90001234 → 079190001234?',
  check(row, report) {
    const repaired = plausibleRepair(row)
    if (repaired !== undefined) report.find(letterInNumber, 'id_number', repaired)
  },
}

/** A sheet took it for a quantity. Proposes the digits where all are still there. */
export const numberAsQuantity: RowRule = {
  id: 'ID-05',
  severity: 'B',
  fix: 'M',
  fields: ['id_number'],
  example: '7.9E+10',
  check(row, report) {
    const { id } = row.facts
    if (id.kind !== 'float') return
    const whole = readIdNumber(id.digits ?? '')
    const isUsable = whole.kind === 'personal' || whole.kind === 'cmnd'
    report.find(numberAsQuantity, 'id_number', whole.kind === 'short' ? whole.padded : isUsable ? id.digits : undefined)
  },
}

/** Proposes the one personal number that stands in a longer text. */
export const malformedNumber: RowRule = {
  id: 'ID-06',
  severity: 'B',
  fix: 'P',
  fields: ['id_number'],
  example: '0791900012 (Nữ, 1990)',
  check(row, report) {
    const { id, isVietnamese } = row.facts
    if (!isVietnamese || plausibleRepair(row) !== undefined) return
    if (id.kind !== 'malformed' && !isCutShort(row)) return
    report.find(malformedNumber, 'id_number', numberWithin(row.values.id_number))
  },
}

/** The digits that show may find the person's other records. */
export const maskedNumber: RowRule = {
  id: 'ID-08',
  severity: 'B',
  fix: 'S',
  fields: ['id_number'],
  example: '******012345',
  check(row, report) {
    if (row.facts.id.kind === 'masked') report.find(maskedNumber, 'id_number')
  },
}

/** Equal digits, 123456789, a phone number, a date, an insurance card. Passports abroad may be eight digits. */
export const placeholderNumber: RowRule = {
  id: 'ID-09',
  severity: 'B',
  fix: 'P',
  fields: ['id_number', 'phone'],
  example: '0912345678',
  check(row, report) {
    const { id, isVietnamese } = row.facts
    const isOne = id.kind === 'placeholder' && (isVietnamese || id.like !== 'date') && !isCutShort(row)
    if (isOne || (id.kind === 'cmnd' && isOwnPhone(id.digits, row))) report.find(placeholderNumber, 'id_number')
  },
}

export const idNumberRules: readonly RowRule[] = [
  noNumber,
  letterInNumber,
  numberAsQuantity,
  malformedNumber,
  maskedNumber,
  placeholderNumber,
]

function plausibleRepair({ facts }: Draft): string | undefined {
  if (facts.id.kind !== 'malformed' || !facts.isVietnamese) return undefined
  const { repaired } = facts.id
  if (repaired === undefined || repaired.length === 9) return repaired
  const number = personalNumber(repaired)
  return isRegistry(number.province) && !disagrees(number, facts) ? repaired : undefined
}

function numberWithin(text: string): string | undefined {
  const runs = text.match(/(?<!\d)\d{12}(?!\d)/g)
  return runs?.length === 1 && isSound(personalNumber(runs[0])) ? runs[0] : undefined
}

/** Ten digits that could be dialled, and are the head of a number of this very sex and birth year. */
function isCutShort({ facts, values }: Draft): boolean {
  if (facts.id.kind !== 'placeholder' || facts.id.like !== 'phone') return false
  const digits = values.id_number.replace(/\D/g, '')
  const number = personalNumber(digits.padEnd(12, '0'))
  return digits.length === 10 && isRegistry(number.province) && agrees(number, facts)
}

/** The row's phone number without its trunk 0: nine digits, as an old number has. */
function isOwnPhone(digits: string, { values }: Draft): boolean {
  if (values.phone === '') return false
  const phone = readPhone(values.phone)
  return (phone.kind === 'mobile' || phone.kind === 'no-trunk') && phone.digits === `0${digits}`
}
