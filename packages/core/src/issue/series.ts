import { isIsoDate } from '../dcc/dates.ts'
import { productByCode } from '../dcc/products.ts'
import { type SeriesPosition, seriesPosition } from '../dcc/series-position.ts'
import { Fault } from '../fault.ts'

/** Highest dose number a certificate can state (eu-dcc-schema, dose_posint). */
const MAX_DOSES = 9

/** One dose of a person, given anywhere in the world. */
export interface TimelineDose {
  /** Any name for the dose, unique within the timeline. */
  readonly id: string
  /** The product's mp code. */
  readonly product: string
  /** Day of vaccination, `2021-06-01`. */
  readonly date: string
}

/**
 * Where each dose stands in its person's series, by dose id. Needs every dose of the person, in any order;
 * numbers that somebody typed play no part. The first dose's product decides how long the primary series is.
 * @throws Fault `record.timeline` for two doses on one day, an id used twice or more than nine doses,
 * `record.product` for a product we do not know, `record.date` for a day that does not exist
 */
export function seriesOf(timeline: readonly TimelineDose[]): ReadonlyMap<string, SeriesPosition> {
  checkTimeline(timeline)
  const inOrder = timeline.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return new Map(inOrder.map((dose) => [dose.id, positionOf(dose, timeline)]))
}

/**
 * Where one dose stands, as in `seriesOf`; undefined when the timeline does not hold it, or another of its id.
 * @throws Fault as `seriesOf` does
 */
export function positionIn(timeline: readonly TimelineDose[], dose: TimelineDose): SeriesPosition | undefined {
  checkTimeline(timeline)
  for (const { id, product, date } of timeline) {
    if (id === dose.id && product === dose.product && date === dose.date) return positionOf(dose, timeline)
  }
  return undefined
}

function positionOf(dose: TimelineDose, timeline: readonly TimelineDose[]): SeriesPosition {
  let first = dose
  let dn = 1
  for (const other of timeline) {
    if (other.date < dose.date) dn += 1
    if (other.date < first.date) first = other
  }
  return seriesPosition(dn, productByCode(first.product)?.primaryDoses ?? 0)
}

function checkTimeline(timeline: readonly TimelineDose[]): void {
  if (timeline.length > MAX_DOSES) throw new Fault('record.timeline', 'more than nine doses')
  for (const { date, product } of timeline) {
    if (!isIsoDate(date)) throw new Fault('record.date', 'not a day of the calendar')
    if (productByCode(product) === undefined) throw new Fault('record.product', 'not in the product table')
  }
  for (let later = 1; later < timeline.length; later += 1) {
    for (let earlier = 0; earlier < later; earlier += 1) {
      requireDistinct(timeline[earlier] as TimelineDose, timeline[later] as TimelineDose)
    }
  }
}

function requireDistinct(left: TimelineDose, right: TimelineDose): void {
  if (left.id === right.id) throw new Fault('record.timeline', 'two doses of one id')
  if (left.date === right.date) throw new Fault('record.timeline', 'two doses on one day')
}
