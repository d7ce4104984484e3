import type { CalendarDate, DateForm, DateOrder, YearSpan } from './calendar-date.ts'
import { isDay } from './days.ts'
import { dayOfMoment, dayOfSerial } from './machine-date.ts'

/** Two digits of a year stand for one of our time where the column says nothing else: nobody wrote 1922 as 22 lately. */
const ourTime: YearSpan = { first: 1930, last: 2029 }

const parted = /^(\d{1,4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{1,4})(?:[ T]\s*(\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?.*))?$/
const monthOf = /^(?:(\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2}))$/
const clock = /^\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[ap]m)?(?:Z|[+-]\d\d:?\d\d)?$/i

/**
 * Reads a date as people, sheets and exports write it (vietnam.md §3.8): 13/05/1985, 13.5.85, 13051985, 1985-05-13 with
 * or without a time, 31180 (a day of Excel, of the system that begins in 1900), 05/1985, 00/00/1945, **\/**\/1945, 1945.
 * Day and month stand as the column proves it; where it proves nothing, day first, and the date may be ambiguous.
 * Undefined for what is no date, or no day of the calendar.
 */
export function readDate(text: string, order: DateOrder, years: YearSpan = ourTime): CalendarDate | undefined {
  const tidy = text.length > 64 ? '' : tidied(text)
  const match = parted.exec(tidy)
  if (match === null) return readOtherForm(tidy, order)
  const [, first = '', , second = '', third = '', time] = match
  if (time !== undefined && !clock.test(time)) return undefined
  if (first.length > 2) return third.length > 2 ? undefined : readYearFirst(tidy, first, second, third, time)
  return readYearLast(Number(first), Number(second), third, order, years)
}

/** Without the apostrophe that makes text of a number in a sheet; hidden digits are unknown ones. */
function tidied(text: string): string {
  const code = text.charCodeAt(0)
  const isTidy = code > 0x2f && code < 0x3a && text.charCodeAt(text.length - 1) < 0x80 && !text.endsWith(' ')
  return isTidy
    ? text
    : text
        .trim()
        .replace(/^['\u2019]\s*/, '')
        .replaceAll('*', '0')
}

function readYearFirst(
  text: string,
  year: string,
  month: string,
  day: string,
  time?: string,
): CalendarDate | undefined {
  const date = dateOf(Number(year), Number(month), Number(day), 'ymd')
  return date !== undefined && time?.endsWith('Z') ? { ...date, iso: dayOfMoment(text) ?? date.iso } : date
}

function readYearLast(
  first: number,
  second: number,
  third: string,
  order: DateOrder,
  years: YearSpan,
): CalendarDate | undefined {
  if (third.length === 3 || third.length === 1) return undefined
  const isShort = third.length === 2
  const year = isShort ? latestYear(Number(third), years) : Number(third)
  if (year === undefined) return undefined
  const isDayFirst = order !== 'mdy' && !(order === 'mixed' && second > 12)
  const [day, month] = isDayFirst ? [first, second] : [second, first]
  const isOpen = (order === 'mixed' || order === 'unknown') && couldSwap(day, month)
  const isAmbiguous = isOpen || (isShort && year - 100 >= years.first)
  return dateOf(year, month, day, isDayFirst ? 'dmy' : 'mdy', isAmbiguous, isShort)
}

function couldSwap(day: number, month: number): boolean {
  return day <= 12 && month <= 12 && day !== month && day > 0 && month > 0
}

function latestYear(digits: number, { first, last }: YearSpan): number | undefined {
  const year = last - ((((last - digits) % 100) + 100) % 100)
  return year < first ? undefined : year
}

function readOtherForm(text: string, order: DateOrder): CalendarDate | undefined {
  if (/^\d{4}$/.test(text)) return dateOf(Number(text), 0, 0, 'year')
  if (/^\d{8}$/.test(text)) return readCompact(text)
  const serial = dayOfSerial(text)
  if (serial !== undefined) return readSerial(serial, order)
  const [, month = '', year = '', yearFirst = year, monthLast = month] = monthOf.exec(text) ?? []
  return yearFirst === '' ? undefined : dateOf(Number(yearFirst), Number(monthLast), 0, year === '' ? 'ymd' : 'dmy')
}

/** Day first as on cards; year first where only that gives a day. Never both: no month is 19 or 20. */
function readCompact(text: string): CalendarDate | undefined {
  const pair = (at: number): number => Number(text.slice(at, at + 2))
  const dayFirst = dateOf(Number(text.slice(4)), pair(2), pair(0), 'compact')
  return dayFirst ?? dateOf(Number(text.slice(0, 4)), pair(4), pair(6), 'compact')
}

/** A sheet that took 05/06 for 6 May kept its number, and left 13/05 as it was: in a mixed column both are met. */
function readSerial(iso: string, order: DateOrder): CalendarDate {
  const isAmbiguous = order === 'mixed' && couldSwap(Number(iso.slice(8)), Number(iso.slice(5, 7)))
  return { iso, precision: 'day', form: 'serial', isAmbiguous, isShortYear: false }
}

/** Day 0 and month 0 are ones that are not known. */
function dateOf(
  year: number,
  month: number,
  day: number,
  form: DateForm,
  isAmbiguous = false,
  isShortYear = false,
): CalendarDate | undefined {
  if (year < (form === 'year' || form === 'compact' ? 1800 : 1000) || year > 2999) return undefined
  const marks = { form, isAmbiguous, isShortYear }
  if (day !== 0) {
    return isDay(year, month, day)
      ? { iso: `${year}-${two(month)}-${two(day)}`, precision: 'day', ...marks }
      : undefined
  }
  if (month > 12) return undefined
  return month === 0
    ? { iso: `${year}`, precision: 'year', ...marks }
    : { iso: `${year}-${two(month)}`, precision: 'month', ...marks }
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}
