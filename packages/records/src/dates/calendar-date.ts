/** A day, or as much of it as was recorded. */
export interface CalendarDate {
  /** "1985-05-13", "1985-05" or "1985". */
  readonly iso: string
  readonly precision: 'day' | 'month' | 'year'
  /** How it was written. */
  readonly form: DateForm
  /** Day and month could be the other way round: both are at most 12 and differ. */
  readonly isAmbiguous: boolean
}

export type DateForm = 'dmy' | 'mdy' | 'ymd' | 'compact' | 'serial' | 'year'

/** In which order a column writes day and month, where its values prove it. */
export type DateOrder = 'dmy' | 'mdy' | 'mixed' | 'unknown'
