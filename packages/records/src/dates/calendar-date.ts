/** A day, or as much of it as was recorded. It exists in the calendar; whether it is plausible is for rules to say. */
export interface CalendarDate {
  /** "1985-05-13", "1985-05" or "1985". */
  readonly iso: string
  readonly precision: 'day' | 'month' | 'year'
  /** How it was written. */
  readonly form: DateForm
  /**
   * Whether it can be read in two ways, and nothing decides: day and month are both at most 12, differ, and the column
   * proves no order; or two digits stand for the year, and two years are plausible. `iso` is then the Vietnamese reading
   * (day first), of the later year.
   */
  readonly isAmbiguous: boolean
  /** Whether only two digits stood for the year. */
  readonly isShortYear: boolean
}

export type DateForm = 'dmy' | 'mdy' | 'ymd' | 'compact' | 'serial' | 'year'

/** In which order a column writes day and month, where its values prove it. */
export type DateOrder = 'dmy' | 'mdy' | 'mixed' | 'unknown'

/** Years that make sense in a column, both included: they decide what two digits stand for. */
export interface YearSpan {
  readonly first: number
  readonly last: number
}
