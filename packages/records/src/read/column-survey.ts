import type { DateOrder } from '../dates/calendar-date.ts'
import type { Field } from '../record.ts'

/** How the letters of a column of names are written. */
export type Lettering = 'unicode' | 'tcvn3' | 'vni' | 'cp1258-as-1252' | 'utf8-as-1252' | 'viqr' | 'telex'

/** What a whole file says of its columns: decided over all rows, never over one cell. */
export interface ColumnSurvey {
  /** Rows that were looked at. */
  readonly rows: number
  readonly lettering: Readonly<Partial<Record<Field, Lettering>>>
  /** Shares of syllables that are Vietnamese as read so, and as written: the proof a person is shown with five samples. */
  readonly dateOrder: Readonly<Partial<Record<Field, DateOrder>>>
  /** Whether most names carry tone marks. */
  readonly hasDiacritics: boolean
  /** Facilities where 1 January is far more often a birthday than chance allows. */
  readonly newYearFacilities: ReadonlySet<string>
}
