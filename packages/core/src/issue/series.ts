import { isIsoDate } from '../dcc/dates.ts'
import { Fault } from '../fault.ts'
import { productByCode } from './products.ts'

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

/** Dose number and doses in the series, as in `v.dn` and `v.sd`. */
export interface SeriesPosition {
  readonly dn: number
  readonly sd: number
}

/**
 * Where each dose stands in its person's series, by dose id. Needs every dose of the person, in any order;
 * numbers that somebody typed play no part. The first dose's product decides how long the primary series is.
 * @throws Fault `record.timeline` for two doses on one day, an id used twice or more than nine doses,
 * `record.product` for a product we do not know, `record.date` for a day that does not exist
 */
export function seriesOf(timeline: readonly TimelineDose[]): ReadonlyMap<string, SeriesPosition> {
  if (timeline.length > MAX_DOSES) throw new Fault('record.timeline', 'more than nine doses')
  const doses = timeline.map(readDose)
  requireDistinct(doses, 'id', 'two doses of one id')
  requireDistinct(doses, 'date', 'two doses on one day')
  const inOrder = doses.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const primary = inOrder[0]?.primaryDoses ?? 0
  return new Map(inOrder.map((dose, index) => [dose.id, positionOf(index + 1, primary)]))
}

/**
 * Boosters (Implementing Decision (EU) 2021/2301): after two primary doses 3/3, 4/4; after three 4/4;
 * after one the series stays at one, 2/1, 3/1.
 */
function positionOf(dn: number, primary: number): SeriesPosition {
  return { dn, sd: primary === 1 ? 1 : Math.max(dn, primary) }
}

function readDose({ id, product, date }: TimelineDose): { id: string; date: string; primaryDoses: number } {
  if (!isIsoDate(date)) throw new Fault('record.date', 'not a day of the calendar')
  const row = productByCode(product)
  if (row === undefined) throw new Fault('record.product', 'not in the product table')
  return { id, date, primaryDoses: row.primaryDoses }
}

function requireDistinct<K extends string>(doses: readonly Record<K, string>[], field: K, detail: string): void {
  if (new Set(doses.map((dose) => dose[field])).size < doses.length) throw new Fault('record.timeline', detail)
}
