export { checkVaccineTriple, checkValueSets, type ValueSetIssue } from './check-value-sets.ts'
export { VACCINE_ENCODINGS, type VaccineEncoding } from './vaccine-encoding.ts'
export type { ValueSet } from './value-set.ts'
export { codeStatus, isInValueSet, VALUE_SETS, VALUE_SETS_RELEASE, type ValueSetId } from './value-sets.ts'
