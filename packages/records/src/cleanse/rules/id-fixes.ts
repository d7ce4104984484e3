import { agrees } from '../../identity/agreement.ts'
import type { IdNumber } from '../../identity/id-number.ts'
import { personalNumber } from '../../identity/personal-number.ts'
import { readIdNumber } from '../../identity/read-id-number.ts'
import type { RowRule } from '../rule.ts'

/** Spaces, dots, hyphens, an apostrophe, small letters of a passport. */
export const untidyNumber: RowRule = {
  id: 'ID-02',
  severity: 'I',
  fix: 'A',
  fields: ['id_number', 'old_id_number'],
  example: '001 085 012 345 → 001085012345',
  check(row, report) {
    const { id_number: text, old_id_number: old } = row.values
    const { id, isVietnamese } = row.facts
    report.fix(untidyNumber, 'id_number', tidyNumber(id) ?? (isVietnamese ? text : tidyPassport(id, text)))
    if (old !== '') report.fix(untidyNumber, 'old_id_number', tidyNumber(readIdNumber(old)) ?? old)
  },
}

/**
 * A zero at the head that a sheet dropped. Put back where it is the one thing that went, and sex and birth year say the
 * same; where the digits begin with 0, another one may be missing: 01085… is 001085… or 019085….
 */
export const lostZero: RowRule = {
  id: 'ID-04',
  severity: 'R',
  fix: 'A',
  fields: ['id_number', 'sex', 'birth_date'],
  example: '79190001234, Nữ, 1990 → 079190001234',
  check(row, report) {
    const { id, isVietnamese } = row.facts
    if (id.kind !== 'short' || !isVietnamese) return
    const isOneZero = id.digits.length === 11 && !id.digits.startsWith('0')
    const isSure = isOneZero && agrees(personalNumber(id.padded), row.facts)
    if (isSure) report.fix(lostZero, 'id_number', id.padded)
    else report.find(lostZero, 'id_number', id.padded)
  },
}

/** A number can be padded once it is tidy. */
export const idFixes: readonly RowRule[] = [untidyNumber, lostZero]

/** Of a foreigner l1659497 is a passport in small letters, though a digit of a CMND may look like an l. */
function tidyPassport(id: IdNumber, text: string): string {
  return id.kind === 'malformed' && /^[a-z]\d{6,8}$/.test(text.trim()) ? text.trim().toUpperCase() : text
}

function tidyNumber(id: IdNumber): string | undefined {
  if (id.kind === 'passport') return id.text
  return id.kind === 'personal' || id.kind === 'cmnd' || id.kind === 'short' ? id.digits : undefined
}
