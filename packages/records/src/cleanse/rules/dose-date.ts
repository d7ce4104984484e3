import { knownLot } from '../../codes/known-lot.ts'
import { productOf } from '../../codes/product-of.ts'
import { daysBetween, isAfter } from '../../dates/days.ts'
import { readDate } from '../../dates/read-date.ts'
import { isDomestic } from '../../dose/country.ts'
import { readDoseNumber } from '../../dose/dose-number.ts'
import type { Context } from '../context.ts'
import type { Limits } from '../limits.ts'
import type { Draft, RowRule, RuleInfo } from '../rule.ts'

/** Missing, no day, in the future, or a day that can be read in two ways. */
export const noDoseDate: RowRule = {
  id: 'DS-01',
  severity: 'B',
  fix: 'F',
  fields: ['dose_date'],
  example: '2022-13-01',
  check(row, report, { today }) {
    const date = row.facts.doseDate
    if (date === undefined || date.precision !== 'day') report.find(noDoseDate, 'dose_date')
    else if (date.isAmbiguous) report.find(noDoseDate, 'dose_date', date.iso)
    else if (date.iso > today) report.find(noDoseDate, 'dose_date')
    else if (date.isShortYear) report.find(shortYear, 'dose_date', date.iso)
  },
}

/** The century goes without saying, but it was not said. */
const shortYear: RuleInfo = { ...noDoseDate, severity: 'W' }

/** No vaccine was given to anybody before, in any country (Sputnik V was registered on that day). */
const FIRST_ANYWHERE = '2020-08-11'

/**
 * Before the first injection in the country, or anywhere for one abroad, or so soon after it that nobody could have come to a dose of that number.
 * Proposes the next year where the row was entered soon after that day: in January people write the old one.
 */
export const beforeCampaign: RowRule = {
  id: 'DS-02',
  severity: 'B',
  fix: 'S',
  fields: ['dose_date', 'dose_number', 'country'],
  example: '2021-01-18 → 2022-01-18?; mũi 2 on 2021-03-18',
  check(row, report, { limits }) {
    const day = doseDay(row)
    if (day === undefined || !isBeforeNumber(day, row.values.dose_number, limits)) return
    if (day >= FIRST_ANYWHERE && !isDomestic(row.values.country)) return
    const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
    const entry = row.facts.entryDate
    const delay = entry?.precision === 'day' && !entry.isAmbiguous ? daysBetween(next, entry.iso) : -1
    const isLikely = next >= limits.campaignStart && delay >= 0 && delay <= limits.entryDelay.late
    report.find(beforeCampaign, 'dose_date', isLikely ? next : undefined)
  },
}

/** The product was not licensed, or the lot had not arrived. What is before the campaign is told as that. */
export const beforeProduct: RowRule = {
  id: 'DS-03',
  severity: 'B',
  fix: 'F',
  fields: ['dose_date', 'product', 'lot', 'country'],
  example: 'Pfizer, 2021-05-15',
  check(row, report, { limits, codes }) {
    const day = doseDay(row)
    if (day === undefined || day < limits.campaignStart || !isDomestic(row.values.country)) return
    const licensed = productOf(row.facts.product, codes)?.licensed
    const arrived = knownLot(row.values.lot, codes)?.arrived
    if ((licensed !== undefined && day < licensed) || (arrived !== undefined && day < arrived)) {
      report.find(beforeProduct, 'dose_date')
    }
  },
}

export const afterExpiry: RowRule = {
  id: 'DS-04',
  severity: 'R',
  fix: 'F',
  fields: ['dose_date', 'lot'],
  example: '2022-03-01, lot until 2022-02-28',
  check(row, report, { codes }) {
    const day = doseDay(row)
    const expires = knownLot(row.values.lot, codes)?.expires
    if (day !== undefined && expires !== undefined && day > expires) report.find(afterExpiry, 'dose_date')
  },
}

export const afterDeath: RowRule = {
  id: 'DS-20',
  severity: 'B',
  fix: 'P',
  fields: ['dose_date', 'death_date'],
  example: '2021-09-15, died 2021-08-01',
  check(row, report, context) {
    if (row.values.death_date === '') return
    const day = doseDay(row)
    const death = deathDay(row, context)
    if (day !== undefined && death !== undefined && isAfter(day, death)) report.find(afterDeath, 'dose_date')
  },
}

export const doseDateRules: readonly RowRule[] = [noDoseDate, beforeCampaign, beforeProduct, afterExpiry, afterDeath]

/** Doses lie two weeks apart at least, whatever the product: the second of anybody came two weeks after the first of all. */
function isBeforeNumber(day: string, typed: string, { campaignStart, hardInterval }: Limits): boolean {
  if (day < campaignStart) return true
  const number = typed === '' ? 1 : (readDoseNumber(typed) ?? 1)
  return number > 1 && daysBetween(campaignStart, day) < (number - 1) * hardInterval
}

/** The day of the dose where there is no doubt of it. */
function doseDay({ facts: { doseDate } }: Draft): string | undefined {
  return doseDate?.precision === 'day' && !doseDate.isAmbiguous ? doseDate.iso : undefined
}

function deathDay({ values }: Draft, { survey }: Context): string | undefined {
  const date = readDate(values.death_date, survey.dateOrder.death_date ?? 'unknown')
  return date?.isAmbiguous === false ? date.iso : undefined
}
