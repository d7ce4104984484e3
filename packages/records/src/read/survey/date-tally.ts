import type { DateOrder } from '../../dates/calendar-date.ts'

/** Dates of a column that can be read one way only. */
export interface DateTally {
  dayFirst: number
  monthFirst: number
}

/** A column is mixed when the rarer order is at least this share of its proofs; below, it is a slip here and there. */
const MIXED_SHARE = 0.01
const ENOUGH_PROOFS = 3

/** "13/05/1985" proves the day first, "05/13/1985" the month; "05/06/1985", years first and other forms nothing. */
export function tallyDate(tally: DateTally, text: string): void {
  const first = numberAt(text, 0)
  const gap = first < 10 && text.charCodeAt(0) !== ZERO ? 1 : 2
  if (first < 0 || first > 31 || !isMark(text.charCodeAt(gap))) return
  const second = numberAt(text, gap + 1)
  if (second < 0 || second > 31) return
  if (first > 12 && second <= 12) tally.dayFirst += 1
  else if (second > 12 && first <= 12) tally.monthFirst += 1
}

const ZERO = 0x30

/** A number of one or two digits; -1 where there is none. */
function numberAt(text: string, at: number): number {
  const first = text.charCodeAt(at) - ZERO
  if (!(first >= 0 && first <= 9)) return -1
  const second = text.charCodeAt(at + 1) - ZERO
  return second >= 0 && second <= 9 ? first * 10 + second : first
}

function isMark(code: number): boolean {
  return code === 0x2f || code === 0x2d || code === 0x2e
}

export function columnOrder({ dayFirst, monthFirst }: DateTally): DateOrder {
  const rarer = Math.min(dayFirst, monthFirst)
  if (rarer >= ENOUGH_PROOFS && rarer >= MIXED_SHARE * (dayFirst + monthFirst)) return 'mixed'
  if (dayFirst === monthFirst) return dayFirst === 0 ? 'unknown' : 'mixed'
  return dayFirst > monthFirst ? 'dmy' : 'mdy'
}
