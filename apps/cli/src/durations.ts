import { InvalidArgumentError } from 'commander'

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

/** Seconds for people: "3 days", "47 hours", "12 minutes"; rounded down. */
export function writeDuration(seconds: number): string {
  const size = Math.abs(seconds)
  const [count, unit] =
    size >= 2 * 86_400
      ? [Math.floor(size / 86_400), 'days']
      : size >= 2 * 3600
        ? [Math.floor(size / 3600), 'hours']
        : [Math.floor(size / 60), 'minutes']
  return `${count} ${unit}`
}
