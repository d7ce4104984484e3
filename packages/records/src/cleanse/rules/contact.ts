import type { CalendarDate } from '../../dates/calendar-date.ts'
import { ageOn } from '../../dates/days.ts'
import { readPhone } from '../../identity/read-phone.ts'
import type { Context } from '../context.ts'
import type { Draft, RowRule } from '../rule.ts'

/** Younger ones are reached through an adult. */
const OWN_PHONE_AGE = 14

/** No mobile number. A landline will do where a relative's mobile stands beside it; one of another country, for a foreigner. */
export const unusablePhone: RowRule = {
  id: 'CT-02',
  severity: 'W',
  fix: 'M',
  fields: ['phone', 'guardian_phone'],
  example: '912345678 → 0912345678?',
  check(row, report) {
    for (const field of ['phone', 'guardian_phone'] as const) {
      if (row.values[field] === '') continue
      const phone = readPhone(row.values[field])
      if (phone.kind === 'none' || phone.kind === 'mobile') continue
      if (phone.kind === 'landline' && field === 'phone' && hasMobile(row.values.guardian_phone)) continue
      if (phone.kind === 'foreign' && !row.facts.isVietnamese) continue
      const isNear = phone.kind === 'no-trunk' || phone.kind === 'several'
      report.find(unusablePhone, field, isNear ? phone.digits : undefined)
    }
  },
}

/** A child, or somebody without an own mobile number, and nobody named through whom they are reached. */
export const noGuardian: RowRule = {
  id: 'CT-03',
  severity: 'W',
  fix: 'M',
  fields: ['guardian_name', 'guardian_phone', 'phone', 'birth_date'],
  example: '9 years, no guardian',
  check(row, report, context) {
    const { guardian_name: name, guardian_phone: phone } = row.values
    if (name !== '' && phone !== '') return
    if (isChild(row, context) || !isReached(row.values.phone)) {
      report.find(noGuardian, name === '' ? 'guardian_name' : 'guardian_phone')
    }
  },
}

export const contactRules: readonly RowRule[] = [unusablePhone, noGuardian]

function hasMobile(text: string): boolean {
  return readPhone(text).kind === 'mobile'
}

/** A number that is wrong is told as such; here none at all counts, or one that rings at home. */
function isReached(text: string): boolean {
  const { kind } = readPhone(text)
  return kind !== 'none' && kind !== 'landline'
}

/** On the day of the dose; where that cannot be one, of the entry. */
function isChild({ facts }: Draft, context: Context): boolean {
  const { birthDate, doseDate, entryDate } = facts
  if (birthDate === undefined) return false
  const age = ageOn(birthDate.iso, dayOf(doseDate, context) ?? dayOf(entryDate, context) ?? context.today)
  return age >= 0 && age < OWN_PHONE_AGE
}

function dayOf(date: CalendarDate | undefined, { today, limits }: Context): string | undefined {
  const isLikely = date?.precision === 'day' && date.iso >= limits.campaignStart && date.iso <= today
  return isLikely ? date.iso : undefined
}
