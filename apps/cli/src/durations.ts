import { InvalidArgumentError } from 'commander'
import { count } from './count.ts'

const units: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 }

/** Longest time that may be given. */
const MAX_DAYS = 3660

/**
 * A length of time of the command line in seconds: "90m", "48h", "30d". For commander's `argParser`.
 * @throws InvalidArgumentError for anything else, nothing at all, and more than ten years
 */
export function parseDuration(text: string): number {
  const [, count = '', unit = ''] = /^(\d{1,7})([mhd])$/.exec(text) ?? []
  const seconds = Number(count) * (units[unit] ?? Number.NaN)
  if (!(seconds > 0 && seconds <= MAX_DAYS * 86_400)) throw new InvalidArgumentError('Write it like 90m, 48h or 30d.')
  return seconds
}

const told = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** Seconds for people, in the largest unit that there are two of: "3 days", "47 hours", "1 second"; rounded down. */
export function writeDuration(seconds: number): string {
  const size = Math.max(0, seconds)
  const [unit, length] = told.find(([, length]) => size >= 2 * length) ?? ['second', 1]
  return count(Math.floor(size / length), unit)
}

/** How old something is: "3 hours old". */
export function writeAge(seconds: number): string {
  return seconds < 0 ? 'from a time that has not come' : `${writeDuration(seconds)} old`
}
