import type { Field } from '../record.ts'
import type { OpenDraft } from './draft.ts'
import type { Finding, Report, RuleInfo } from './rule.ts'

/** A report whose findings can be read. */
export interface OpenReport extends Report {
  /** In the order of the rules. Those that are applied, done one after the other, make the values of the received ones. */
  readonly findings: readonly Finding[]
}

/** Begins the report on one row. A fix that changes nothing is not one, and is not told. */
export function openReport(draft: OpenDraft): OpenReport {
  const findings: Finding[] = []
  return {
    findings,
    find(rule, field, suggestion) {
      findings.push(finding(rule, field, draft.values[field], suggestion, false))
    },
    fix(rule, field, after) {
      const before = draft.values[field]
      if (before === after) return
      draft.set(field, after)
      findings.push(finding(rule, field, before, after, true))
    },
  }
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
