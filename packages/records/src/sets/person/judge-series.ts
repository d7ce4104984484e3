import type { Finding } from '../../cleanse/rule.ts'
import { readDoseNumber } from '../../dose/dose-number.ts'
import { numberSeries } from '../../dose/number-series.ts'
import type { SeriesDose, SeriesMeasures } from '../../dose/timeline.ts'
import type { DoseKey } from '../dose-key.ts'
import type { Judged } from './person.ts'

/** Rules that hold though a dose may be missing, or be none. */
const always: ReadonlySet<string> = new Set(['DS-11', 'DS-16'])

/**
 * DS-11 … DS-16 and positions of a person's kept doses. `isDoubtful`: some of them may be one dose, or another person's:
 * then nothing is numbered, and typed numbers stay. So it is where the day of a dose is open.
 */
export function judgeSeries(person: readonly Judged[], isDoubtful: boolean, measures: SeriesMeasures): void {
  const doses = person.filter(({ key }) => key.given)
  const dated = doses.filter(({ key }) => key.day !== '')
  if (dated.length === 0 || !doses.some(({ key }) => key.number !== '')) return
  const isWhole = dated.length === doses.length
  const numbered = numberSeries(
    dated.map(({ key }) => seriesDose(key)),
    measures,
  )
  const isCertain =
    isWhole && !isDoubtful && !numbered.some(({ findings }) => findings.some(({ rule }) => rule === 'DS-16'))
  const mayRenumber = isCertain && !isOutOfOrder(numbered, dated)
  const byRow = new Map(dated.map((judged) => [judged.key.row, judged]))
  for (const { row, findings, position } of numbered) {
    const judged = byRow.get(row) as Judged
    if (isCertain && position !== undefined) judged.position = position
    judged.findings.push(
      ...findings.filter(({ rule }) => isWhole || always.has(rule)).map((one) => asSure(one, mayRenumber)),
    )
  }
}

/** A typed number is only changed where nothing else is in doubt. */
function asSure(finding: Finding, mayRenumber: boolean): Finding {
  return finding.applied && !mayRenumber ? { ...finding, applied: false } : finding
}

/** Whether days contradict the typed numbers, or lie too close: then a day may be wrong, not a number. */
function isOutOfOrder(numbered: ReturnType<typeof numberSeries>, dated: readonly Judged[]): boolean {
  if (numbered.some(({ findings }) => findings.some(({ rule }) => rule === 'DS-11'))) return true
  const typed = new Map(dated.map(({ key }) => [key.row, readDoseNumber(key.dose_number)]))
  let highest = 0
  for (const { row } of numbered) {
    const number = typed.get(row) ?? highest
    if (number < highest) return true
    highest = number
  }
  return false
}

function seriesDose(key: DoseKey): SeriesDose {
  return {
    row: key.row,
    product: key.product || undefined,
    date: key.day,
    isDomestic: key.domestic,
    province: key.province || undefined,
    doseNumber: key.dose_number,
    doseClass: key.dose_class,
  }
}
