import type { Field } from '../record.ts'
import type { Context } from './context.ts'
import { type OpenDraft, setValue } from './draft.ts'
import type { Finding, Report, RuleInfo } from './rule.ts'

/** A report whose findings can be read. */
export interface OpenReport extends Report {
  readonly draft: OpenDraft
  readonly context: Context
  /** In the order of the rules. Those that are applied, done one after the other, make the values of the received ones. */
  readonly findings: Finding[]
}

/** Begins the report on one row. A fix that changes nothing is not one, and is not told. */
export function openReport(draft: OpenDraft, context: Context): OpenReport {
  return { draft, context, findings: [], find, fix }
}

// Both are shared by all reports: a row must not cost a closure for each.

function find(this: OpenReport, rule: RuleInfo, field: Field, suggestion?: string): void {
  this.findings.push(finding(rule, field, this.draft.values[field], suggestion, false))
}

function fix(this: OpenReport, rule: RuleInfo, field: Field, after: string): void {
  const before = this.draft.values[field]
  if (before === after) return
  setValue(this.draft, field, after, this.context)
  this.findings.push(finding(rule, field, before, after, true))
}

function finding(
  { id, severity }: RuleInfo,
  field: Field,
  before: string,
  after: string | undefined,
  applied: boolean,
): Finding {
  const found = { rule: id, severity, field, before, applied }
  return after === undefined ? found : { ...found, after }
}
