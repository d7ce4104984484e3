import type { Field, FieldValues, Finding, RuleId, RuleInfo } from '@vaxcert/records'
import { findersOf } from './equivalents.ts'
import type { Cause, TruthIndex } from './truth-index.ts'
import type { PlantedError, RowTruth } from './truth-reader.ts'

/** What may be wrong in one row where a rule over several rows finds something, in that one or in another. */
const causes: Readonly<Partial<Record<RuleId, readonly Cause[]>>> = {
  'ID-08': ['id_number'],
  'ID-10': ['id_number', 'full_name'],
  'ID-11': ['id_number'],
  'DU-01': ['double'],
  'DU-02': ['double'],
  'DU-03': ['double', 'facility', 'id_number', 'dose_date'],
  'DU-04': ['double', 'dose_number', 'dose_date', 'id_number'],
  'DU-05': ['id_number', 'double'],
  'DU-06': ['birth_date', 'id_number', 'dose_date'],
  'DU-07': ['evidence'],
  'DU-08': ['id_number', 'entry_date', 'full_name'],
  'DS-05': ['dose_date', 'facility', 'lot'],
  'DS-10': ['lot'],
  'DS-11': ['dose_date', 'product', 'id_number', 'double'],
  'DS-12': ['dose_number', 'dose_date', 'id_number', 'missing', 'double', 'status'],
  'DS-13': ['dose_number', 'dose_date', 'id_number', 'missing', 'status'],
  'DS-14': ['product', 'dose_class', 'dose_date', 'id_number', 'missing', 'status'],
  'DS-15': ['product', 'dose_date', 'id_number', 'missing', 'status'],
  'DS-16': ['dose_date', 'id_number', 'double'],
  'PR-05': ['facility', 'dose_date', 'double'],
}

/** What may keep a person's doses from being put in order, or a session from being told. */
const hiding: Readonly<Partial<Record<RuleId, readonly Cause[]>>> = {
  'DS-05': ['facility'],
  'DS-12': ['id_number', 'full_name', 'dose_date', 'dose_number', 'double', 'missing', 'status'],
  'DS-13': ['id_number', 'full_name', 'dose_number', 'double', 'status'],
}

/** In one row: who looks grown up needs no guardian; of a lot that is not known no day is too early or too late. */
const hidingInRow: Readonly<Partial<Record<RuleId, readonly Field[]>>> = {
  'CT-03': ['birth_date'],
  'DS-03': ['lot', 'product'],
  'DS-04': ['lot', 'product'],
}

/** Whether another error of the row keeps a rule from finding this one. */
export function isHiddenInRow(rule: RuleId, { planted }: RowTruth): boolean {
  return planted.some(({ field }) => hidingInRow[rule]?.includes(field) === true)
}

/** Whether another error of the person, or somebody else under the number, keeps a rule from finding this one. */
export function isHidden(rule: RuleId, person: number, found: ReadonlySet<RuleId>, index: TruthIndex): boolean {
  return found.has('ID-10') || index.isTroubled(person, hiding[rule] ?? [])
}

/** Whether a finding of a rule over one row tells of something that is wrong there. `values`: in canonical form. */
export function isDeserved(
  { rule, field, applied }: Finding,
  values: FieldValues,
  { planted }: RowTruth,
  rules: ReadonlyMap<RuleId, RuleInfo>,
): boolean {
  const looked: readonly Field[] = rules.get(rule)?.fields ?? [field]
  return planted.some((error) =>
    error.rule !== undefined && isMended(error, values)
      ? findersOf(error.rule).includes(rule) || (applied && field === error.field && error.planted !== error.right)
      : looked.includes(error.field),
  )
}

/**
 * Nothing of it is left, or nothing was wrong in the cell: then only a rule that tells of just this may say a word, and
 * those that mended it step by step.
 */
function isMended({ field, planted, right }: PlantedError, values: FieldValues): boolean {
  return planted === right || values[field] === right
}

/** Whether a finding of a rule over the whole set has its cause in one of the rows that the findings of its row name. */
export function isCaused({ rule }: Finding, row: number, findings: readonly Finding[], index: TruthIndex): boolean {
  const people = new Set([row, ...findings.flatMap(({ others = [] }) => others)].map(index.personOf))
  return [...people].some((person) => index.isTroubled(person, causes[rule] ?? []))
}
