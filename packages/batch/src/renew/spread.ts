import { monthsLater } from '@vaxcert/core/dcc'
import { LIFETIME_MONTHS } from '@vaxcert/core/issue'

/** Certificates by the day on which they expire, first those that expire first. */
export interface DueDay {
  readonly day: string
  readonly count: number
}

/** What is renewed on one day. */
export interface RenewalDay {
  readonly day: string
  readonly count: number
  /** How many of them have expired before. */
  readonly late: number
  /** Until when they will hold: twelve months, or to the end of the document signer. */
  readonly until: string
  /** The document signer ends before those twelve months, or has ended: another one should sign on that day. */
  readonly isSignerShort: boolean
}

export interface SpreadOptions {
  readonly at: Date
  readonly perDay: number
  /** What today's share has left. */
  readonly left: number
  /** Of the document signer, in seconds since 1970. */
  readonly notAfter: number
}

const DAY = 86_400_000

/** The days from today on, each with its share, till nothing is due any more. */
export function spread(due: readonly DueDay[], { at, perDay, left, notAfter }: SpreadOptions): readonly RenewalDay[] {
  const days: RenewalDay[] = []
  const waiting = due.map(({ day, count }) => ({ day, count }))
  for (let place = 0; waiting.length > 0; place += 1) {
    const day = new Date(at.getTime() + place * DAY)
    const share = takeShare(waiting, place === 0 ? left : perDay, dayOf(day))
    const full = monthsLater(day, LIFETIME_MONTHS)
    const until = new Date(Math.min(full.getTime(), notAfter * 1000))
    if (share.count > 0) days.push({ day: dayOf(day), ...share, until: dayOf(until), isSignerShort: until < full })
  }
  return days
}

/** Takes from the front; how many, and how many of them too late. */
function takeShare(
  waiting: { readonly day: string; count: number }[],
  share: number,
  today: string,
): { readonly count: number; readonly late: number } {
  let [count, late] = [0, 0]
  for (let first = waiting[0]; first !== undefined && count < share; first = waiting[0]) {
    const taken = Math.min(first.count, share - count)
    count += taken
    if (first.day < today) late += taken
    first.count -= taken
    if (first.count === 0) waiting.shift()
  }
  return { count, late }
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
