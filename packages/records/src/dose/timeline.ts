import type { Limits } from '../cleanse/limits.ts'
import type { RuleInfo } from '../cleanse/rule.ts'
import type { CodeSets } from '../codes/code-sets.ts'
import type { Field } from '../record.ts'
import { type DoseClass, readDoseClass, readDoseNumber } from './dose-number.ts'
import type { SeriesPolicy } from './series-policy.ts'

/** One dose of a person, given anywhere. */
export interface SeriesDose {
  /** Number of its row. */
  readonly row: number
  /** The `mp` code; undefined where nobody knows. */
  readonly product: string | undefined
  /** A whole day, "2021-09-15". */
  readonly date: string
  readonly isDomestic: boolean
  /** Where it was given, a code of the 63; undefined where nobody knows. */
  readonly province: string | undefined
  /** As typed. */
  readonly doseNumber: string
  readonly doseClass: string
}

/** What the doses are measured by. */
export interface SeriesMeasures {
  readonly policy: SeriesPolicy
  readonly limits: Limits
  readonly codes: CodeSets
}

/** A dose in its place among the others. */
export interface PlacedDose extends SeriesDose {
  /** One more than there are days with a dose before. */
  readonly dn: number
  readonly typed: number | undefined
  readonly class: DoseClass | undefined
  /** Rows of that day, this one's among them. */
  readonly dayRows: readonly number[]
  /** The first dose of the nearest day before. */
  readonly before: SeriesDose | undefined
}

/** Doses of a person in the order of days, and where to say what was found. */
export interface Timeline {
  readonly doses: readonly PlacedDose[]
  /** Doses of the primary series, by the first product; undefined where that is not known. */
  readonly primary: number | undefined
  readonly measures: SeriesMeasures
  tell(dose: PlacedDose, rule: RuleInfo, field: Field, found: SeriesFinding): void
}

export interface SeriesFinding {
  readonly before: string
  readonly after?: string
  readonly applied?: boolean
  readonly others?: readonly number[]
}

/** Doses in the order of days, and of rows within a day. */
export function placeDoses(doses: readonly SeriesDose[]): readonly PlacedDose[] {
  const days = daysOf(doses)
  return days.flatMap((day, at) => {
    const place = { dn: at + 1, dayRows: day.map(({ row }) => row), before: days[at - 1]?.[0] }
    return day.map((dose) => placed(dose, place))
  })
}

function daysOf(doses: readonly SeriesDose[]): readonly (readonly SeriesDose[])[] {
  const days = new Map<string, SeriesDose[]>()
  for (const dose of doses.toSorted((a, b) => a.row - b.row)) {
    const day = days.get(dose.date)
    if (day === undefined) days.set(dose.date, [dose])
    else day.push(dose)
  }
  return [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, day]) => day)
}

/** Field by field: there is one for every dose, and spreads cost several times what is in them. */
function placed(dose: SeriesDose, place: Pick<PlacedDose, 'dn' | 'dayRows' | 'before'>): PlacedDose {
  const { row, product, date, isDomestic, province, doseNumber, doseClass } = dose
  const { dn, dayRows, before } = place
  const typed = readDoseNumber(doseNumber)
  const kind = readDoseClass(doseClass) ?? readDoseClass(doseNumber)
  return { row, product, date, isDomestic, province, doseNumber, doseClass, dn, dayRows, before, typed, class: kind }
}
