import type { Finding } from '../../cleanse/rule.ts'
import { readDoseNumber } from '../../dose/dose-number.ts'
import { numberSeries } from '../../dose/number-series.ts'
import { missingDose } from '../../dose/series-rules.ts'
import type { SeriesDose } from '../../dose/timeline.ts'
import type { DoseKey } from '../dose-key.ts'
import type { Judged, PersonMeasures } from './person.ts'

/** What else is open about a person's doses. */
export interface Doubts {
  /** Some of them may be one dose. */
  readonly areDoubles: boolean
  /** Some may be another person's, or the person have others: a number is shared. */
  readonly isShared: boolean
}

/** Rules that hold though a dose may be missing, or be none. */
const always: ReadonlySet<string> = new Set(['DS-11', 'DS-16'])

/**
 * DS-11 … DS-16 and positions of a person's kept doses. Where there are doubts nothing is numbered, and typed numbers
 * stay; so it is where the day of a dose is open, and where doses lie so close (DS-11) that a day may be wrong. Of a person whose doses are not all known nothing is called missing.
 */
export function judgeSeries(person: readonly Judged[], doubts: Doubts, measures: PersonMeasures): void {
  const doses = person.filter(({ key }) => key.given)
  const dated = doses.filter(({ key }) => key.day !== '')
  if (!doses.some(({ key }) => key.number !== '')) return
  const isWhole = dated.length === doses.length && !doubts.isShared
  if (dated.length < doses.length && !doubts.isShared) judgeCount(doses)
  const numbered = numberSeries(
    dated.map(({ key }) => seriesDose(key)),
    measures,
  )
  const found = new Set(numbered.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
  const isCertain = isWhole && !doubts.areDoubles && !misleading.some((rule) => found.has(rule))
  const mayRenumber = isCertain && !found.has('DS-11') && isAnchored(numbered, dated) && areTooLow(numbered)
  const isPlaced = measures.positions === true && isCertain && (mayRenumber || !found.has('DS-12'))
  const byRow = new Map(dated.map((judged) => [judged.key.row, judged]))
  for (const { row, findings, position } of numbered) {
    const judged = byRow.get(row) as Judged
    if (isPlaced && position !== undefined) judged.position = position
    judged.findings.push(
      ...findings.filter(({ rule }) => isWhole || always.has(rule)).map((one) => asSure(one, mayRenumber)),
    )
  }
}

/** Where such a thing is found, a dose may be missing or be none: nobody can say which number one has. */
const misleading = ['DS-13', 'DS-14', 'DS-16'] as const
/** DS-13 where days are open: numbers say by themselves that there are more doses than rows. */
function judgeCount(doses: readonly Judged[]): void {
  const typed = doses.map(({ key }) => readDoseNumber(key.dose_number) ?? 0)
  const highest = Math.max(...typed)
  const last = doses[typed.indexOf(highest)]
  if (last === undefined || highest <= doses.length) return
  const { id: rule, severity } = missingDose
  last.findings.push({ rule, severity, field: 'dose_number', before: last.key.dose_number, applied: false })
}

/** A typed number is only changed where nothing else is in doubt. */
function asSure(finding: Finding, mayRenumber: boolean): Finding {
  return finding.applied && !mayRenumber ? { ...finding, applied: false } : finding
}

/** Whether wrong numbers are too low: too high a one may count a dose that is not here. */
function areTooLow(numbered: ReturnType<typeof numberSeries>): boolean {
  const wrong = numbered.flatMap(({ findings }) => findings).filter(({ rule }) => rule === 'DS-12')
  return wrong.every(({ before, after }) => (readDoseNumber(before) ?? 0) < Number(after))
}

/**
 * Whether the first dose says that it is the first, and the last that it is the one it is: then none is missing, and what
 * is between them can only be wrongly typed. "1, 2, 2" may be a third dose, or a fourth of which the third is not here.
 */
function isAnchored(numbered: ReturnType<typeof numberSeries>, dated: readonly Judged[]): boolean {
  const typed = new Map(dated.map(({ key }) => [key.row, readDoseNumber(key.dose_number)]))
  const numberOf = (at: number): number | undefined => typed.get(numbered.at(at)?.row ?? 0)
  return numberOf(0) === 1 && numberOf(-1) === numbered.length
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
