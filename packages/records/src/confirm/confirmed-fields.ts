import type { FieldValues } from '../record.ts'

/**
 * What a facility answers for: the dose's identifier, all that a certificate will carry, and the number by which identity
 * was verified. The number of a dose is left out: it comes from the timeline of all doses, not from one facility.
 */
export const confirmedFields = [
  'dose_id',
  'id_number',
  'full_name',
  'birth_date',
  'sex',
  'nationality',
  'product',
  'lot',
  'dose_date',
  'country',
  'facility',
] as const

/** A dose as it will be signed for: cleansed values, whatever other fields stand beside them. */
export type ConfirmableDose = Pick<FieldValues, (typeof confirmedFields)[number]>

/**
 * The one text of a dose: a JSON array of its values in the order of `confirmedFields`, in NFC. An array has no order of
 * names and no white space to choose, and strings are escaped in the one way of ECMA-262 (as JCS, RFC 8785, has it).
 */
export function canonicalDose(dose: ConfirmableDose): string {
  return JSON.stringify(confirmedFields.map((field) => dose[field].toWellFormed().normalize('NFC')))
}
