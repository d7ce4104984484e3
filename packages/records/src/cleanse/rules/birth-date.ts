import type { CalendarDate } from '../../dates/calendar-date.ts'
import { ageOn, isAfter } from '../../dates/days.ts'
import { readDate } from '../../dates/read-date.ts'
import type { Context } from '../context.ts'
import type { Draft, RowRule } from '../rule.ts'

export const noBirthDate: RowRule = {
  id: 'DB-01',
  severity: 'B',
  fix: 'P',
  fields: ['birth_date'],
  example: '(empty)',
  check(row, report) {
    if (row.values.birth_date.trim() === '') report.find(noBirthDate, 'birth_date')
  },
}

/** Proposes the day for the month where that makes a date. */
export const impossibleBirthDate: RowRule = {
  id: 'DB-02',
  severity: 'B',
  fix: 'S',
  fields: ['birth_date'],
  example: '05/13/1985 → 1985-05-13?',
  check(row, report, { survey }) {
    const text = row.values.birth_date
    if (row.facts.birthDate !== undefined || text.trim() === '') return
    const swapped = readDate(text, survey.dateOrder.birth_date === 'mdy' ? 'dmy' : 'mdy')
    report.find(impossibleBirthDate, 'birth_date', swapped?.iso)
  },
}

/** Proposes the other century where that is plausible. */
export const implausibleBirthDate: RowRule = {
  id: 'DB-03',
  severity: 'B',
  fix: 'S',
  fields: ['birth_date', 'dose_date'],
  example: '2091-02-01 → 1991-02-01?',
  check(row, report, context) {
    const { birthDate } = row.facts
    if (birthDate === undefined || isPlausible(birthDate.iso, row, context)) return
    const shifts = [-100, 100].map((years) => `${Number(birthDate.iso.slice(0, 4)) + years}${birthDate.iso.slice(4)}`)
    const suggestion = shifts.find((iso) => isPlausible(iso, row, context))
    report.find(implausibleBirthDate, 'birth_date', suggestion)
  },
}

/** Said of the row, so that its birthday weighs little in matching. */
export const newYearBirthday: RowRule = {
  id: 'DB-05',
  severity: 'I',
  fix: '-',
  fields: ['birth_date', 'facility'],
  example: '01/01/1960',
  check(row, report, { survey }) {
    const { birthDate } = row.facts
    if (birthDate?.iso.endsWith('-01-01') !== true || survey.newYearFacilities.size === 0) return
    const { facility, facility_name: name } = row.values
    if (survey.newYearFacilities.has(facility === '' ? name : facility)) report.find(newYearBirthday, 'birth_date')
  },
}

/** Proposes the day first, as the country writes it; which it is, a person says. */
export const ambiguousBirthDate: RowRule = {
  id: 'DB-06',
  severity: 'R',
  fix: 'S',
  fields: ['birth_date'],
  example: '05/06/1985 → 1985-06-05?',
  check(row, report) {
    const { birthDate } = row.facts
    if (birthDate?.isAmbiguous === true) report.find(ambiguousBirthDate, 'birth_date', birthDate.iso)
  },
}

/** Too young for any vaccine on the day of the dose, for the product, or for the campaign of that day. */
export const ageAgainstProduct: RowRule = {
  id: 'DB-07',
  severity: 'R',
  fix: 'F',
  fields: ['birth_date', 'product', 'dose_date'],
  example: 'AstraZeneca at 9 years',
  check(row, report, context) {
    const { birthDate, doseDate, product } = row.facts
    if (birthDate === undefined || doseDate?.precision !== 'day') return
    if (birthDate.isAmbiguous || doseDate.isAmbiguous || isAfter(birthDate.iso, doseDate.iso)) return
    const age = ageOn(birthDate.iso, doseDate.iso)
    if (age < youngestOn(doseDate, product, context)) report.find(ageAgainstProduct, 'birth_date')
  },
}

export const birthDateRules: readonly RowRule[] = [
  noBirthDate,
  impossibleBirthDate,
  implausibleBirthDate,
  newYearBirthday,
  ambiguousBirthDate,
  ageAgainstProduct,
]

function isPlausible(iso: string, { facts }: Draft, { limits, today }: Context): boolean {
  const dose = facts.doseDate
  if (isAfter(iso, today) || (dose !== undefined && !dose.isAmbiguous && isAfter(iso, dose.iso))) return false
  const leastAge = ageOn(iso, today) - (iso.length < 10 ? 1 : 0)
  return leastAge <= limits.oldestAge
}

function youngestOn({ iso }: CalendarDate, product: string | undefined, { limits, codes }: Context): number {
  let youngest = codes.products.find(({ mp }) => mp === product)?.fromAge ?? 0
  const group = limits.ageGroups.findLast(({ since }) => since <= iso)
  if (group !== undefined && group.from > youngest) youngest = group.from
  return Math.max(youngest, limits.youngestAge)
}
