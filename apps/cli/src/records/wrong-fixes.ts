import type { Field, FieldValues, Finding, RuleId } from '@vaxcert/records'
import type { JudgedRow } from './row-pass.ts'
import type { RowTruth } from './truth-reader.ts'

/**
 * Of a wrong value they change no more than how it is written: "nguyen van duc" is no worse as "Nguyen Van Duc", nor
 * "79,190,001,234" without its commas.
 */
const representing: ReadonlySet<RuleId> = new Set(['ID-02', 'PN-02', 'PN-08'])

function haveOneForm(one: string, other = ''): boolean {
  const bare = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}?]/gu, '')
  return bare(one) === bare(other)
}

/** Rules whose fix is wrong; `reading` for what was read as something else without any finding. */
export function wrongOnes(
  { findings, values: fixed, facts }: JudgedRow,
  values: FieldValues,
  truth: RowTruth,
): readonly string[] {
  const applied = new Map(findings.filter((one) => one.applied).map(({ field, rule }) => [field, rule]))
  const errors = new Map(truth.planted.map((error) => [error.field, error]))
  const wrong: string[] = []
  for (const [field, rule] of applied) {
    const right = errors.get(field)?.right ?? truth.key[field] ?? firstOf(findings, field)
    const isRight = values[field] === right || fixed[field] === right
    const isOtherForm =
      errors.has(field) && representing.has(rule) && haveOneForm(fixed[field], errors.get(field)?.planted)
    if (!rule.startsWith('DU-') && !isRight && !isOtherForm) wrong.push(rule)
  }
  const isOpen = (field: Field): boolean =>
    (field === 'birth_date' ? facts.birthDate : field === 'dose_date' ? facts.doseDate : undefined)?.isAmbiguous ===
    true
  for (const [field, right] of Object.entries(truth.key) as [Field, string][]) {
    if (errors.has(field) || isOpen(field) || values[field] === right) continue
    if (isReadable(field, { facts })) wrong.push('reading')
  }
  return wrong
}

/** Whether anything was read in a field at all. */
function isReadable(field: Field, { facts }: Pick<JudgedRow, 'facts'>): boolean {
  if (field === 'birth_date') return facts.birthDate !== undefined
  if (field === 'dose_date') return facts.doseDate !== undefined
  if (field === 'sex') return facts.sex !== undefined
  return field === 'product' ? facts.product !== undefined : true
}

/** What stood there before anything was fixed. */
function firstOf(findings: readonly Finding[], field: Field): string | undefined {
  return findings.find((finding) => finding.field === field && finding.applied)?.before
}
