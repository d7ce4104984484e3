import { daysBetween } from '../dates/days.ts'
import { isBacklog } from '../dose/entry-mode.ts'

/** How doses came into the system. */
export type LagMode = 'live' | 'backlog'

/** Days from injection to entry, in classes; `before`: entered before it was given, which cannot be. */
export type LagClass = 'before' | '0' | '1' | '2-7' | '8-30' | '31-60' | '61-90' | 'over-90'
export const lagClasses: readonly LagClass[] = ['before', '0', '1', '2-7', '8-30', '31-60', '61-90', 'over-90']

/** PR-03: how long it took until doses were entered. */
export interface Lag {
  /** Doses of which both days are known. */
  readonly measured: number
  /** Doses without one of the two days, or with one that can be read in two ways. */
  readonly unknown: number
  /** Entered later than is allowed: after a day, or a month where paper was typed in later. */
  readonly late: number
  readonly median?: number
  /** Nine of ten were entered within so many days. */
  readonly ninetieth?: number
  readonly byMode: Readonly<Record<LagMode, Readonly<Record<LagClass, number>>>>
}

/** Days beyond which lags are not told apart. */
const MOST = 2_000
const upTo = [0, 1, 7, 30, 60, 90]
const day = /^\d{4}-\d\d-\d\d/

/** @param allowed days within which live doses (`soon`) and typed ones (`late`) are to be entered */
export function openLag(allowed: { readonly soon: number; readonly late: number }): {
  add(doseDate: string, entryDate: string, entryMode: string): void
  lag(): Lag
} {
  const days = new Uint32Array(MOST + 1)
  const byMode = { live: noLag(), backlog: noLag() }
  let [unknown, late, measured, before] = [0, 0, 0, 0]
  return {
    add(doseDate, entryDate, entryMode) {
      if (!isFullDay(doseDate) || !day.test(entryDate)) {
        unknown += 1
        return
      }
      const mode = isBacklog(entryMode) ? 'backlog' : 'live'
      const lag = daysBetween(doseDate, entryDate.slice(0, 10))
      measured += 1
      byMode[mode][classOfLag(lag)] += 1
      if (lag > (mode === 'live' ? allowed.soon : allowed.late)) late += 1
      if (lag < 0) before += 1
      else days[Math.min(lag, MOST)] = (days[Math.min(lag, MOST)] ?? 0) + 1
    },
    lag: () => ({ measured, unknown, late, ...quantiles(days, measured - before), byMode }),
  }
}

function isFullDay(text: string): boolean {
  return text.length === 10 && day.test(text)
}

function classOfLag(lag: number): LagClass {
  if (lag < 0) return 'before'
  const at = upTo.findIndex((most) => lag <= most)
  return at === -1 ? 'over-90' : (lagClasses[at + 1] as LagClass)
}

function quantiles(days: Uint32Array, all: number): Pick<Lag, 'median' | 'ninetieth'> {
  if (all === 0) return {}
  const within = (tenths: number): number => {
    let seen = 0
    return days.findIndex((count) => {
      seen += count
      return seen * 10 >= all * tenths
    })
  }
  return { median: within(5), ninetieth: within(9) }
}

function noLag(): Record<LagClass, number> {
  return { before: 0, '0': 0, '1': 0, '2-7': 0, '8-30': 0, '31-60': 0, '61-90': 0, 'over-90': 0 }
}
