import type { Field, FieldValues, RowPlace } from '../record.ts'
import type { Context } from './context.ts'
import type { Facts } from './facts.ts'
import type { RuleId } from './rule-id.ts'

/** Blocks signing, needs review before signing, warns, informs. */
export type Severity = 'B' | 'R' | 'W' | 'I'

/** Automatic, a suggestion that one click takes, by hand, by the register or police, by the facility, nothing to do. */
export type FixKind = 'A' | 'S' | 'M' | 'P' | 'F' | '-'

/** What is known of a rule before any row. Its sentence for people lives in the apps. */
export interface RuleInfo {
  readonly id: RuleId
  readonly severity: Severity
  readonly fix: FixKind
  readonly fields: readonly Field[]
  /** A value that breaks it, and what becomes of it. */
  readonly example: string
}

/** A rule that one row decides, with what is known of its column. */
export interface RowRule extends RuleInfo {
  check(row: Draft, report: Report, context: Context): void
}

/** A row under cleansing. */
export interface Draft {
  readonly place: RowPlace
  /** As received. */
  readonly received: Readonly<FieldValues>
  /** As it stands after the fixes so far; only `Report.fix` changes it. */
  readonly values: Readonly<FieldValues>
  /** What the values say, read once; always of the values as they stand. */
  readonly facts: Facts
}

/** Where rules say what they found. */
export interface Report {
  /** Something is wrong, or worth knowing. A suggestion is what the field should perhaps be. */
  find(rule: RuleInfo, field: Field, suggestion?: string): void
  /** Changes a field, without loss: what it was stays in the log. Never identity, date or product in their meaning. */
  fix(rule: RuleInfo, field: Field, after: string): void
}

/** What a rule found in a row. It holds personal data: for the office that mends it, never for a log. */
export interface Finding {
  readonly rule: RuleId
  readonly severity: Severity
  readonly field: Field
  readonly before: string
  /** The value that was put in its place, or that is suggested. */
  readonly after?: string
  /** Whether `after` already stands in the row. */
  readonly applied: boolean
  /** Other rows that the finding is about, in a rule over the whole set. */
  readonly others?: readonly number[]
}
