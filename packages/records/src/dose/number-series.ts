import { type SeriesPosition, seriesPosition } from '@vaxcert/core/dcc'
import type { Finding } from '../cleanse/rule.ts'
import type { CodeSets } from '../codes/code-sets.ts'
import { productOf } from '../codes/product-of.ts'
import { judgeNumbers } from './judge-numbers.ts'
import { judgeOrder } from './judge-order.ts'
import { placeDoses, type SeriesDose, type SeriesMeasures, type Timeline } from './timeline.ts'

export interface NumberedDose {
  readonly row: number
  /** Undefined where the first product is not known, and beyond the nine that a certificate can state. */
  readonly position: SeriesPosition | undefined
  /** DS-11 … DS-16; `others` are rows of the same person. */
  readonly findings: readonly Finding[]
}

/** Products that are not of our list take two, as most do. */
const USUAL_DOSES = 2
/** Highest dose number of a certificate (eu-dcc-schema, dose_posint). */
const HIGHEST = 9

/**
 * Where each dose stands in the series (Decision (EU) 2021/2301), and what is wrong with the order of doses. Wants every
 * dose of one person, doubles merged, each with a certain day; a person with a dose of which the day is open cannot be
 * numbered. Doses abroad count. Answers in the order of days, of rows within a day.
 */
export function numberSeries(doses: readonly SeriesDose[], measures: SeriesMeasures): readonly NumberedDose[] {
  const placed = placeDoses(doses)
  const primary = primaryOf(placed[0]?.product, measures.codes)
  const findings = new Map<number, Finding[]>(placed.map(({ row }) => [row, []]))
  const tell: Timeline['tell'] = ({ row }, { id: rule, severity }, field, found) =>
    findings.get(row)?.push({ rule, severity, field, applied: false, ...found })
  const timeline = { doses: placed, primary, measures, tell }
  judgeOrder(timeline)
  judgeNumbers(timeline)
  return placed.map(({ row, dn }) => ({ row, position: positionOf(dn, primary), findings: findings.get(row) ?? [] }))
}

function positionOf(dn: number, primary: number | undefined): SeriesPosition | undefined {
  return primary === undefined || dn > HIGHEST ? undefined : seriesPosition(dn, primary)
}

function primaryOf(product: string | undefined, codes: CodeSets): number | undefined {
  return product === undefined ? undefined : (productOf(product, codes)?.series ?? USUAL_DOSES)
}
