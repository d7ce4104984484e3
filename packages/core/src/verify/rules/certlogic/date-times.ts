import { dayNumber } from '../../../dcc/dates.ts'
import { Fault } from '../../../fault.ts'

/** What `plusTime` counts in. */
export const timeUnits = ['year', 'month', 'day', 'hour'] as const
export type TimeUnit = (typeof timeUnits)[number]

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Any number of decimals is allowed, but nobody writes so many. */
const MAX_LENGTH = 64
const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d{1,2})(?::?(\d\d))?)?)?$/
const YEAR = /^\d{4}$/
const MONTH = /^\d{4}-\d\d$/

/**
 * A date-time moved by years, months, days or hours of Greenwich, whatever the clocks of a country do. A day that the
 * month does not have is counted on into the next: a month after 31 January is 3 March, or 2 March in a leap year.
 * @throws Fault `rules.unreadable` when the text is none that CertLogic allows, or the result is beyond all calendars
 */
export function plusTime(text: string, amount: number, unit: TimeUnit): Date {
  const start = lastDayOf(text) ?? instantOf(text)
  if (unit === 'hour') return dateOf(start + amount * HOUR)
  if (unit === 'day') return dateOf(start + amount * DAY)
  const date = new Date(start)
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + amount)
  else date.setUTCFullYear(date.getUTCFullYear() + amount)
  return dateOf(date.getTime())
}

/**
 * A date of birth, of which day, or day and month, may be unknown: then the last one that it can be, in whose favour
 * rules for the young are.
 * @throws Fault `rules.unreadable`
 */
export function dateOfBirth(text: string): Date {
  return dateOf(lastDayOf(text) ?? dayOf(text))
}

/** Milliseconds of the last day of a year or month; undefined when the text is neither. */
function lastDayOf(text: string): number | undefined {
  if (YEAR.test(text)) return dayOf(`${text}-12-31`)
  if (!MONTH.test(text)) return undefined
  const date = new Date(dayOf(`${text}-01`))
  date.setUTCMonth(date.getUTCMonth() + 1, 0)
  return date.getTime()
}

/** A day alone is its midnight, a missing zone is Greenwich, and decimals beyond milliseconds are cut off. */
function instantOf(text: string): number {
  const match = text.length > MAX_LENGTH ? null : DATE_TIME.exec(text)
  if (match === null) throw unreadable()
  const [
    ,
    day = '',
    hour = '0',
    minute = '0',
    second = '0',
    decimals = '',
    sign,
    offsetHour = '0',
    offsetMinute = '0',
  ] = match
  const time = timeOf(Number(hour), Number(minute), Number(second)) + Number(decimals.padEnd(3, '0').slice(0, 3))
  const offset = timeOf(Number(offsetHour), Number(offsetMinute), 0)
  return dayOf(day) + time - (sign === '-' ? -offset : offset)
}

function dayOf(text: string): number {
  const day = dayNumber(text)
  if (Number.isNaN(day)) throw unreadable()
  return day * DAY
}

function timeOf(hours: number, minutes: number, seconds: number): number {
  if (hours > 23 || minutes > 59 || seconds > 59) throw unreadable()
  return hours * HOUR + minutes * MINUTE + seconds * SECOND
}

function dateOf(milliseconds: number): Date {
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) throw unreadable()
  return date
}

function unreadable(): Fault {
  return new Fault('rules.unreadable', 'no date-time')
}
