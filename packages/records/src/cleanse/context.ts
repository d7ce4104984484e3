import type { CodeSets } from '../codes/code-sets.ts'
import type { ColumnSurvey } from '../read/column-survey.ts'
import type { Limits } from './limits.ts'

/** What rules know beside the row. Nothing here changes while rows are read. */
export interface Context {
  /** What the whole column says of this row's file. */
  readonly survey: ColumnSurvey
  /** Thresholds and dates, by version. */
  readonly limits: Limits
  /** Provinces, products, lots, facilities. */
  readonly codes: CodeSets
  /** The day of the cleansing, "2022-05-31": nothing is later. */
  readonly today: string
  /** What a person has confirmed for a spelling, once for the whole file: "product|Fizer" → "EU/1/20/1528". */
  readonly confirmed: ReadonlyMap<string, string>
}
