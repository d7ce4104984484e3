import type { DoseRecord, FieldValues, RowPlace } from '../record.ts'
import { fixingRules, judgingRules } from './catalogue.ts'
import type { Context } from './context.ts'
import { openDraft } from './draft.ts'
import { type Facts, readFacts } from './facts.ts'
import { openReport } from './report.ts'
import type { Finding } from './rule.ts'

/** `clean`: nothing keeps it from being confirmed. `listed`: an office has to look. `refused`: it could not be read. */
export type Disposition = 'clean' | 'listed' | 'refused'

/** A row after the rules that one row decides. */
export interface CleansedRow {
  readonly place: RowPlace
  /** As received, but for the findings that are applied. */
  readonly values: Readonly<FieldValues>
  readonly facts: Facts
  readonly findings: readonly Finding[]
  readonly disposition: Disposition
}

/** First every rule that may fix, then every rule that judges what then stands there. Never throws. */
export function cleanseRow(record: DoseRecord, context: Context): CleansedRow {
  const draft = openDraft(record, context)
  const report = openReport(draft, context)
  for (const rule of fixingRules) rule.check(draft, report, context)
  for (const rule of judgingRules) rule.check(draft, report, context)
  const { place, values, facts } = draft
  const { findings } = report
  return { place, values, facts, findings, disposition: dispositionOf(findings) }
}

/** The row that `cleanseRow` made of a record, out of what it found there: its rules are not asked again. */
export function cleansedAgain(record: DoseRecord, findings: readonly Finding[], context: Context): CleansedRow {
  const { place } = record
  const values = changedBy(findings, record.values)
  return { place, values, facts: readFacts(values, context), findings, disposition: dispositionOf(findings) }
}

/** Values with what findings put in the place of others. */
export function changedBy(findings: readonly Finding[], values: Readonly<FieldValues>): Readonly<FieldValues> {
  let changed: FieldValues | undefined
  for (const { applied, field, after } of findings) {
    if (!applied || after === undefined) continue
    changed ??= { ...values }
    changed[field] = after
  }
  return changed ?? values
}

/** What findings of a readable row make of it: one that is open and blocks or needs review puts it on a list. */
export function dispositionOf(findings: readonly Finding[]): 'clean' | 'listed' {
  return findings.some(isOpen) ? 'listed' : 'clean'
}

function isOpen({ severity, applied }: Finding): boolean {
  return !applied && (severity === 'B' || severity === 'R')
}
