import type { Dcc, Usage } from '../../dcc/types.ts'
import { Fault } from '../../fault.ts'
import type { Clock } from './time.ts'

/** SNOMED CT "detected": the test was positive. */
const DETECTED = '260373001'
const DAY = 86_400

/** Which kind of event the certificate states; the schema allows exactly one. */
export function usageOf(dcc: Dcc): Usage {
  if (dcc.v !== undefined) return 'vaccination'
  return dcc.t !== undefined ? 'test' : 'recovery'
}

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

/** Real issuers write dates in many ways; one that cannot be read is not called future. */
function isFuture(moment: string, { now, skew }: Clock): boolean {
  const seconds = Date.parse(moment) / 1000
  const allowance = moment.length > 10 ? skew : DAY
  return seconds > now + allowance
}
