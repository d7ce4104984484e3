/** One injection that was given. */
export interface Dose {
  readonly mp: string
  readonly lot: string
  /** Days since 1 January 1970. */
  readonly day: number
  /** Which of the person's doses it is, from 1. */
  readonly number: number
  readonly doseClass: DoseClass
  /** Alpha-2. */
  readonly country: string
  /** Index of the facility; -1 abroad. */
  readonly facility: number
}

/** As the counts on paper tell doses apart. */
export type DoseClass = 'dose-1' | 'dose-2' | 'dose-3' | 'additional' | 'booster'
export const doseClasses: readonly DoseClass[] = ['dose-1', 'dose-2', 'dose-3', 'additional', 'booster']
