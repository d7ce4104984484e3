import { canonicalValues, type FieldValues, type Finding, fields, type UnreadRow } from '@vaxcert/records'
import type { JudgedRow } from './row-pass.ts'
import { unreadWords } from './unread-words.ts'
import { ruleWordsEn } from './words-en.ts'
import { ruleWordsVi } from './words-vi.ts'

export function cleanCells(row: JudgedRow): readonly string[] {
  return [`${row.place.row}`, ...valuesOf(row)]
}

/** The row as it now stands, and why somebody must look at it. */
export function listedCells(row: JudgedRow): readonly string[] {
  const { place, findings } = row
  const rules = [...new Set(findings.filter(isOpen).map(({ rule }) => rule))]
  const said = (words: Readonly<Record<string, string>>): string => rules.map((rule) => words[rule] ?? rule).join('; ')
  const reasons = [rules.join(' '), said(ruleWordsVi), said(ruleWordsEn)]
  return [`${place.row}`, place.file, `${place.line}`, ...valuesOf(row), ...reasons]
}

export function refusedCells({ place, reason, text }: UnreadRow): readonly string[] {
  return [`${place.row}`, place.file, `${place.line}`, reason, unreadWords[reason], text]
}

export function findingCells({ place }: JudgedRow, finding: Finding): readonly string[] {
  const { rule, severity, field, before, after = '', applied, others = [] } = finding
  return [`${place.row}`, rule, severity, field, before, after, applied ? 'yes' : 'no', others.join(' ')]
}

function valuesOf(row: JudgedRow): readonly string[] {
  const values: FieldValues = canonicalValues(row)
  return fields.map((field) => values[field])
}

/** What keeps a row from being signed; that it is a double is said of a row that was merged away. */
function isOpen({ severity, applied, rule }: Finding): boolean {
  return (!applied && (severity === 'B' || severity === 'R')) || rule.startsWith('DU-')
}
