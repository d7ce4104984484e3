import { dayNumber } from '../../dcc/dates.ts'
import type { Dcc } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import type { Clock } from './time.ts'

/** SNOMED CT "detected": the test was positive. */
const DETECTED = '260373001'
const DAY = 86_400

/**
 * What no rule of any country can mend: a positive test, or an event that has not happened yet
 * (EU test list DGC7, DGC8). Dates are taken to the end of the day in the earliest time zone.
 * @throws Fault `dcc.positive`, `dcc.not-yet`
 */
export function checkEvent(dcc: Dcc, clock: Clock): void {
  const test = dcc.t?.[0]
  if (test?.tr === DETECTED) throw new Fault('dcc.positive', 'the test was positive')
  const moment = dcc.v?.[0]?.dt ?? test?.sc ?? dcc.r?.[0]?.fr
  if (moment !== undefined && isFuture(moment, clock)) throw new Fault('dcc.not-yet', 'the event lies in the future')
}

/** ISO 8601 with its zone: what every engine reads alike in every time zone. */
const ZONED_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/
/** As much of a date as there is. */
const PARTIAL_DATE = /^\d{4}(?:-\d\d){0,2}/

/**
 * Real issuers write dates in many ways. One that cannot be read is not called future; a time without zone, or
 * one that clocks do not show (a leap second, an hour 24), is its day.
 */
function isFuture(moment: string, { now, skew }: Clock): boolean {
  const day = dayNumber(moment)
  if (!Number.isNaN(day)) return day * DAY > now + DAY
  const time = parse(ZONED_TIME, moment)
  return Number.isNaN(time) ? parse(PARTIAL_DATE, moment) > now + DAY : time > now + skew
}

/** Seconds since 1970, or NaN. */
function parse(form: RegExp, moment: string): number {
  return Date.parse(form.exec(moment)?.[0] ?? '') / 1000
}
