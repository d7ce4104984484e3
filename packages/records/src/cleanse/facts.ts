import type { CalendarDate } from '../dates/calendar-date.ts'
import type { IdNumber } from '../identity/id-number.ts'

/** What the values of a row say, where they can be read. Read once per row, and again after a fix. */
export interface Facts {
  readonly id: IdNumber
  readonly birthDate: CalendarDate | undefined
  readonly doseDate: CalendarDate | undefined
  readonly entryDate: CalendarDate | undefined
  readonly sex: 'male' | 'female' | undefined
  /** The `mp` code, where the spelling is known or confirmed. */
  readonly product: string | undefined
  /** Whether the number must be a Vietnamese one: a citizen, or nobody says otherwise. */
  readonly isVietnamese: boolean
}
