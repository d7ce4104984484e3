const DAY = 86_400_000

/** "2022-05-31" of the days since 1 January 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

/** Days since 1 January 1970 of "2022-05-31". */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY
}

/** Full years on a day; both "2022-05-31". */
export function fullYears(birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0)
}

/** First injection in the country, and the day on which everything was counted. */
export const FIRST_DAY = '2021-03-08'
export const LAST_DAY = '2022-05-31'
