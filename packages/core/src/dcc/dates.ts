const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DASH = 0x2d
const ZERO = 0x30

/** From 0000-03-01 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468

/** Whether the text is a day that exists, written `2021-06-01` (ISO 8601, proleptic Gregorian calendar). */
export function isIsoDate(text: string): boolean {
  return !Number.isNaN(dayNumber(text))
}

/** Days from 1970-01-01 to a day that exists, written `2021-06-01`; NaN for every other text. */
export function dayNumber(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN
  const year = digitsAt(text, 0) * 100 + digitsAt(text, 2)
  const month = digitsAt(text, 5)
  const day = digitsAt(text, 8)
  const exists = day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0))
  return exists ? daysBetween(year, month, day) : Number.NaN
}

/** The same day some months later, UTC; the last day of the month where that day does not exist. */
export function monthsLater(date: Date, months: number): Date {
  const later = new Date(date)
  later.setUTCMonth(date.getUTCMonth() + months)
  if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0)
  return later
}

/** The number that two digits make; NaN if they are none, and so is what is reckoned with it. */
function digitsAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Years begin in March, so that the leap day ends them and five months always have 153 days. */
function daysBetween(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year
  const m = month < 3 ? month + 9 : month - 3
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return 365 * y + leapDays + Math.floor((153 * m + 2) / 5) + day - 1 - DAYS_BEFORE_1970
}
