import type { DateOrder } from '../dates/calendar-date.ts'
import { type Field, isRead, type ReadRow } from '../record.ts'
import { type BirthdayTally, newYearFacilities, tallyBirthday } from './survey/birthday-tally.ts'
import { columnOrder, type DateTally, tallyDate } from './survey/date-tally.ts'
import {
  columnLettering,
  type LetteringTally,
  letteringProof,
  letteringTally,
  tallyLettering,
} from './survey/lettering-tally.ts'

/** How the letters of a column of names are written. */
export type Lettering = 'unicode' | 'tcvn3' | 'vni' | 'cp1258-as-1252' | 'utf8-as-1252' | 'viqr' | 'telex'

/** What a whole file says of its columns: decided over all rows, never over one cell. */
export interface ColumnSurvey {
  /** Rows that were looked at. */
  readonly rows: number
  readonly lettering: Readonly<Partial<Record<Field, Lettering>>>
  /** For each column that is not in Unicode, what the person is shown who is to confirm it. */
  readonly letteringProof?: Readonly<Partial<Record<Field, LetteringProof>>>
  readonly dateOrder: Readonly<Partial<Record<Field, DateOrder>>>
  /** Whether most names carry tone marks. */
  readonly hasDiacritics: boolean
  /** Facilities (code, or name where there is none) where 1 January is a birthday far more often than chance allows. */
  readonly newYearFacilities: ReadonlySet<string>
}

/** Over the words of cells that are not Vietnamese as they stand. */
export interface LetteringProof {
  /** Share of words that are syllables as written. */
  readonly written: number
  /** Share of words that are syllables as the lettering reads them. */
  readonly read: number
  /** Up to five cells. They are personal data. */
  readonly samples: readonly string[]
}

export interface SurveyOptions {
  /** 1 January is a default where its share is this many times what chance gives (`Limits.newYearShare`). */
  readonly newYearShare: number
}

const textFields = [
  'full_name',
  'guardian_name',
  'address',
  'commune',
  'district',
  'province',
  'facility_name',
] as const
const dateFields = ['birth_date', 'dose_date', 'entry_date', 'death_date'] as const
/** Text columns are looked at in each of the first rows, then in one of so many. */
const FIRST_ROWS = 5_000
const EACH_OF = 61

interface Tallies {
  rows: number
  readonly letterings: ReadonlyMap<(typeof textFields)[number], LetteringTally>
  readonly dates: ReadonlyMap<(typeof dateFields)[number], DateTally>
  readonly birthdays: BirthdayTally
}

/** Looks at every row of a file once. Memory: some numbers for each column, and for each of 50,000 facilities at most. */
export async function surveyColumns(
  rows: AsyncIterable<readonly ReadRow[]>,
  options: SurveyOptions,
): Promise<ColumnSurvey> {
  const tallies: Tallies = {
    rows: 0,
    letterings: new Map(textFields.map((field) => [field, letteringTally()])),
    dates: new Map(dateFields.map((field) => [field, { dayFirst: 0, monthFirst: 0 }])),
    birthdays: new Map(),
  }
  for await (const batch of rows) for (const row of batch) tallyRow(tallies, row)
  return surveyOf(tallies, options)
}

function tallyRow(tallies: Tallies, row: ReadRow): void {
  if (!isRead(row)) return
  tallies.rows += 1
  const { values } = row
  for (const [field, tally] of tallies.dates) if (values[field] !== '') tallyDate(tally, values[field])
  tallyBirthday(tallies.birthdays, values.facility || values.facility_name, values.birth_date)
  if (tallies.rows > FIRST_ROWS && tallies.rows % EACH_OF !== 0) return
  for (const [field, tally] of tallies.letterings) if (values[field] !== '') tallyLettering(tally, values[field])
}

function surveyOf({ rows, letterings, dates, birthdays }: Tallies, options: SurveyOptions): ColumnSurvey {
  const seen = [...letterings].filter(([, tally]) => tally.cells > 0)
  const lettering = seen.map(([field, tally]) => [field, columnLettering(tally)] as const)
  const foreign = lettering.filter(([, name]) => name !== 'unicode')
  const names = letterings.get('full_name')
  return {
    rows,
    lettering: Object.fromEntries(lettering),
    letteringProof: Object.fromEntries(
      foreign.map(([field, name]) => [field, letteringProof(letterings.get(field) ?? letteringTally(), name)]),
    ),
    dateOrder: Object.fromEntries([...dates].map(([field, tally]) => [field, columnOrder(tally)])),
    hasDiacritics: names !== undefined && names.marked > names.cells / 2,
    newYearFacilities: newYearFacilities(birthdays, options.newYearShare),
  }
}
