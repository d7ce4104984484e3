/** The codes of one value set from one day on. */
export interface DatedValueSet {
  /** "vaccines-covid-19-names". */
  readonly id: string
  /** The day it is dated, "2023-01-25". */
  readonly date: string
  readonly codes: readonly string[]
}
