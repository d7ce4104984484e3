/** Days of each month, February of a common year. */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the calendar has this day; month and day from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= (monthLengths[month - 1] as number) + (month === 2 && isLeap(year) ? 1 : 0)
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** "2022-05-31" of the days since 1 January 1970. */
export function isoOfDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

/** The day that it is in Viet Nam at a moment: seven hours ahead of UTC, all year. */
export function dayInVietNam(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** Days since 1 January 1970 of "2022-05-31"; of "2022-05" and "2022", those of its first day. */
export function dayOf(iso: string): number {
  const month = iso.length < 7 ? 1 : Number(iso.slice(5, 7))
  const day = iso.length < 10 ? 1 : Number(iso.slice(8, 10))
  return Date.UTC(Number(iso.slice(0, 4)), month - 1, day) / 86_400_000
}

/** How many days `to` comes after `from`; negative where it comes before. Both are whole days, "2022-05-31". */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from)
}

/**
 * Whether `date` is later than `other` in every reading: "1985" is not later than "1985-05-13", nor the other way round.
 */
export function isAfter(date: string, other: string): boolean {
  const known = Math.min(date.length, other.length)
  return date.slice(0, known) > other.slice(0, known)
}

/** Full years on a day, the most that they can be where less than the day of birth is known. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  const isBefore = birth.length > 4 && day.slice(5, birth.length) < birth.slice(5)
  return isBefore ? years - 1 : years
}
