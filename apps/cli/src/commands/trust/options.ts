import { InvalidArgumentError, Option } from 'commander'
import { parseDuration } from '../../durations.ts'
import { parseTime } from '../../times.ts'
import type { ListTimes } from '../../trust/staging.ts'

/** Times that the drafts of lists take, as commander hands them over: durations in seconds. */
export interface TimeOptions {
  readonly at?: Date
  readonly expiresIn: number
  readonly listsExpireIn: number
  readonly staleAfter: number
  readonly tooOldAfter: number
}

const HOUR = 3600
const DAY = 24 * HOUR

/** An option that must be given. */
export function required(flags: string, description: string): Option {
  return new Option(flags, description).makeOptionMandatory()
}

/** The moment that counts, where it is not now. */
export function atOption(description: string): Option {
  return new Option('--at <time>', `${description} (default: now)`).argParser(parseTime)
}

/** For programs. */
export function jsonOption(): Option {
  return new Option('--json', 'print one JSON line').default(false)
}

/** The options of `TimeOptions`. */
export function timeOptions(): readonly Option[] {
  return [
    duration('--expires-in <time>', 'how long the manifest is good: renew it before', 2 * DAY, '48h'),
    duration('--lists-expire-in <time>', 'how long a list is good that does not change', 90 * DAY, '90d'),
    duration('--stale-after <time>', 'age at which checkers are warned', 2 * DAY, '48h'),
    duration('--too-old-after <time>', 'age at which nothing is accepted any more', 7 * DAY, '7d'),
    atOption('moment of issue'),
  ]
}

/** The times that the options mean. No list ends before its manifest, and none is too old before it is stale. */
export function listTimes(options: TimeOptions, now: Date): ListTimes {
  const issuedAt = options.at ?? now
  return {
    issuedAt,
    manifestExpiresAt: after(issuedAt, options.expiresIn),
    listsExpireAt: after(issuedAt, Math.max(options.listsExpireIn, options.expiresIn)),
    limits: { staleAfter: options.staleAfter, tooOldAfter: Math.max(options.tooOldAfter, options.staleAfter) },
  }
}

/** A whole number from 1 on. */
export function parseThreshold(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('Write a number like 2.')
  return Number(text)
}

function duration(flags: string, description: string, seconds: number, text: string): Option {
  return new Option(flags, description).argParser(parseDuration).default(seconds, text)
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000)
}
