import { InvalidArgumentError } from 'commander'

const dayOrMoment = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?$/

/**
 * A point in time of the command line: "2022-06-01T00:00:00Z", with another offset, or "2022-06-01" for its
 * midnight UTC. For commander's `argParser`.
 * @throws InvalidArgumentError for anything else, a day that the calendar lacks, and times outside 1970 to 2106
 */
export function parseTime(text: string): Date {
  const time = new Date(text)
  const seconds = time.getTime() / 1000
  const day = dayOrMoment.exec(text)?.[1]
  if (day === undefined || !isDay(day) || !(seconds >= 0 && seconds < 2 ** 32)) {
    throw new InvalidArgumentError('Write it like 2022-06-01 or 2022-06-01T00:00:00Z.')
  }
  return time
}

/**
 * A day of the command line, "2022-06-01". For commander's `argParser`.
 * @throws InvalidArgumentError as `parseTime` does
 */
export function parseDay(text: string): string {
  if (text.length !== 10) throw new InvalidArgumentError('Write it like 2022-06-01.')
  return parseTime(text).toISOString().slice(0, 10)
}

/** Seconds since 1970 as "2022-06-01T00:00:00Z". */
export function writeTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

/** V8 takes 2022-02-30 for the second of March. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
}
