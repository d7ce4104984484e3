import { type Backlog, backlogsOf, type Share, sharesOf } from './backlogs.ts'
import { type BurnDown, burnDowns, type Snapshot } from './burn-down.ts'
import type { Gathered, PersonCounts, RowCounts } from './gathered.ts'
import type { Lag } from './lag.ts'
import type { Counts } from './measures.ts'
import { percentOf } from './percent.ts'
import type { Place } from './places.ts'
import type { Blocking } from './reasons.ts'
import type { ShownUnit } from './shown-unit.ts'
import { sumOf } from './tally.ts'
import type { ToldFigure } from './told-figure.ts'
import { type ClassCounts, classesOf, type Level, type TooMany, tooMany, type UnitCounts, unitsOf } from './units.ts'

/** What stands in report.json. Counts are of doses unless the name says rows or persons; what is not measured is absent. */
export interface Report {
  readonly format: 'vaxcert-report'
  readonly version: 1
  /** The day of which it tells, "2022-05-31". */
  readonly asOf: string
  /** How every percentage of it came about. */
  readonly rounding: 'half-up, 2 decimals, from counts'
  readonly doses: Counts
  readonly shares: readonly Share[]
  readonly backlogs: readonly Backlog[]
  readonly rows?: RowCounts
  readonly persons: PersonCounts
  readonly feedback?: Feedback
  readonly match?: MatchCounts
  readonly byClass: readonly ClassCounts[]
  readonly units: Readonly<Record<Level, readonly ShownUnit[]>>
  readonly blocking?: Blocking
  readonly lag?: Lag
  readonly burnDowns: readonly BurnDown[]
  /** PR-05. */
  readonly tooMany: readonly TooMany[]
  /** PR-04. */
  readonly told: readonly ToldFigure[]
  readonly remarks: readonly Remark[]
  /** Present where small counts are hidden. */
  readonly isPublic?: true
}

/** Reports of citizens. */
export interface Feedback {
  readonly received: number
  /** Dealt with, one way or the other. */
  readonly processed: number
  readonly percent?: string
}

/** What `match` says of the doses that it asked about. */
export interface MatchCounts {
  readonly right: number
  readonly wrong: number
  readonly unknown: number
  readonly elsewhere: number
  /** Doses by class of what was found for them. */
  readonly byClass: Readonly<Record<string, number>>
}

/** Something that a reader must know. `doses` says of how many, where it is of some. */
export interface Remark {
  readonly code: RemarkCode
  readonly doses?: number
}

/**
 * `unplaced`: entered doses of no facility of the lists; `confirmed-strangers`, `signed-strangers`: no entered row has
 * their identifier; `seals-unchecked`: confirmations were counted as they stand; `class-unknown`: of no class of dose.
 */
export type RemarkCode = 'unplaced' | 'class-unknown' | 'confirmed-strangers' | 'signed-strangers' | 'seals-unchecked'

/** What a report is made of, beside the counted files. */
export interface ReportParts {
  readonly asOf: string
  readonly placeOf: (facility: string) => Place
  readonly feedback?: Omit<Feedback, 'percent'>
  readonly match?: MatchCounts
  readonly told?: readonly ToldFigure[]
  readonly deadline?: string
  readonly earlier?: readonly Snapshot[]
  /** Whether confirmations were counted without a check of their seals. */
  readonly hasUncheckedSeals?: boolean
}

/** Makes the report of what was counted. */
export function reportOf(gathered: Gathered, parts: ReportParts): Report {
  const { asOf, feedback, match, told = [], deadline, earlier = [] } = parts
  const { cells, rows, persons, lag, blocking } = gathered
  const doses = sumOf(cells.map(({ counts }) => counts))
  const [units, byClass] = [unitsOf(cells, parts.placeOf), classesOf(cells)]
  const backlogs = backlogsOf(doses)
  const before = earlier.filter(({ day }) => day < asOf)
  return {
    ...{ format: 'vaxcert-report', version: 1, asOf, rounding: 'half-up, 2 decimals, from counts' },
    ...{ doses, shares: sharesOf(doses), backlogs },
    ...(rows !== undefined && { rows }),
    persons,
    ...(feedback !== undefined && { feedback: withPercent(feedback) }),
    ...(match !== undefined && { match }),
    ...{ byClass, units },
    ...(blocking !== undefined && { blocking }),
    ...(lag !== undefined && { lag }),
    burnDowns: deadline === undefined ? [] : burnDowns([...before, { day: asOf, backlogs }], deadline),
    ...{ tooMany: tooMany(units, byClass), told },
    remarks: remarksOf(gathered, units.facility, parts),
  }
}

function withPercent({ received, processed }: Omit<Feedback, 'percent'>): Feedback {
  const percent = percentOf(processed, received)
  return { received, processed, ...(percent !== undefined && { percent: percent.rounded }) }
}

function remarksOf(
  { cells, strangers }: Gathered,
  facilities: readonly UnitCounts[],
  { hasUncheckedSeals = false }: ReportParts,
): readonly Remark[] {
  const unplaced = facilities.find(({ code }) => code === undefined)?.doses.entered ?? 0
  const classless = cells.filter(({ doseClass }) => doseClass === 'unknown')
  const remarks: readonly Remark[] = [
    { code: 'unplaced', doses: unplaced },
    { code: 'class-unknown', doses: sumOf(classless.map(({ counts }) => counts)).entered ?? 0 },
    { code: 'confirmed-strangers', doses: strangers.confirmed ?? 0 },
    { code: 'signed-strangers', doses: strangers.signed ?? 0 },
  ]
  return [
    ...remarks.filter(({ doses = 0 }) => doses > 0),
    ...(hasUncheckedSeals ? [{ code: 'seals-unchecked' } as const] : []),
  ]
}
