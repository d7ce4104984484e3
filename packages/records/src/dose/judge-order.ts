import { productOf } from '../codes/product-of.ts'
import { daysBetween } from '../dates/days.ts'
import type { ForbiddenMix } from './series-policy.ts'
import { forbiddenMix, noPrimary, tooMany, tooSoon } from './series-rules.ts'
import type { PlacedDose, SeriesDose, SeriesMeasures, Timeline } from './timeline.ts'

/** Rows that a finding names at most. */
const MOST_OTHERS = 9

/** Intervals, classes, mixes and the count of doses: DS-11, DS-14, DS-15, DS-16. */
export function judgeOrder(timeline: Timeline): void {
  for (const dose of timeline.doses) {
    judgeCount(dose, timeline)
    if (lacksPrimary(dose, timeline)) timeline.tell(dose, noPrimary, 'dose_class', { before: dose.doseClass })
    if (dose.before !== undefined) judgeAfter(dose, dose.before, timeline)
  }
}

function judgeCount(dose: PlacedDose, { tell, measures }: Timeline): void {
  const others = dose.dayRows.slice(0, MOST_OTHERS + 1).filter((row) => row !== dose.row)
  if (others.length > 0) tell(dose, tooMany, 'dose_date', { before: dose.date, others: others.slice(0, MOST_OTHERS) })
  else if (dose.dn > measures.limits.mostDoses) tell(dose, tooMany, 'dose_date', { before: dose.date })
}

function judgeAfter(dose: PlacedDose, before: SeriesDose, timeline: Timeline): void {
  const others = [before.row]
  if (isTooSoon(dose, before, timeline)) timeline.tell(dose, tooSoon, 'dose_date', { before: dose.date, others })
  if (isForbidden(dose, before, timeline)) {
    timeline.tell(dose, forbiddenMix, 'product', { before: dose.product ?? '', others })
  }
}

/** Two weeks whatever was given; what the guidance asks, less some days' grace, of doses given here. */
function isTooSoon(dose: PlacedDose, before: SeriesDose, timeline: Timeline): boolean {
  const { limits } = timeline.measures
  const days = daysBetween(before.date, dose.date)
  if (days < limits.hardInterval) return true
  return dose.isDomestic && days < guidedInterval(dose, before, timeline) - limits.intervalGrace
}

/** After the primary series any dose may be an additional one, unless it says that it is a booster. */
function guidedInterval(dose: PlacedDose, before: SeriesDose, { primary, measures }: Timeline): number {
  if (primary === undefined) return 0
  if (dose.dn <= primary) return primaryInterval(dose, before, measures)
  if (dose.class !== 'booster') return measures.policy.additionalInterval
  return measures.policy.boosterIntervals.findLast(({ since }) => since <= dose.date)?.days ?? 0
}

/** Where the place is not known the shortest that holds anywhere. */
function primaryInterval(dose: PlacedDose, { product }: SeriesDose, { policy, codes }: SeriesMeasures): number {
  const own = productOf(product, codes)?.minimumInterval ?? 0
  const exceptions = policy.exceptions.filter(
    (exception) =>
      exception.product === product &&
      (exception.since ?? '') <= dose.date &&
      (exception.province === undefined || exception.province === (dose.province ?? exception.province)),
  )
  return exceptions.length === 0 ? own : Math.min(...exceptions.map(({ days }) => days))
}

/** A booster or an additional dose while the primary series was not complete. */
function lacksPrimary(dose: PlacedDose, { primary }: Timeline): boolean {
  const comesAfter = dose.class === 'additional' || dose.class === 'booster'
  return comesAfter && primary !== undefined && dose.dn <= primary
}

/** Of a second dose within a primary series of more than one, given here. */
function isForbidden(dose: PlacedDose, first: SeriesDose, { primary = 0, measures }: Timeline): boolean {
  if (dose.dn !== 2 || primary < 2 || !dose.isDomestic) return false
  if (dose.product === undefined || dose.product === first.product) return false
  return measures.policy.forbiddenMixes.some((mix) => mix.first === first.product && forbids(mix, dose))
}

function forbids({ second, since, until = '9' }: ForbiddenMix, { product = '', date }: PlacedDose): boolean {
  return date >= since && date <= until && (second === undefined || second.includes(product))
}
