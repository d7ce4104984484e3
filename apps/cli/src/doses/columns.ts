import { Fault } from '@vaxcert/core'

/** Columns of a dose file, in the order in which we write them. Others may stand beside them. */
export const columns = [
  'dose_id',
  'person_id',
  'full_name',
  'family_name',
  'given_names',
  'mrz_name',
  'birth_date',
  'sex',
  'nationality',
  'identity',
  'product',
  'date',
  'country',
  'facility',
  'lot',
  'typed_dose_number',
] as const

export type Column = (typeof columns)[number]

/** Columns without which no dose can be certified. The name may come in one column or in two. */
export const requiredColumns: readonly Column[] = ['dose_id', 'person_id', 'birth_date', 'product', 'date', 'country']

/**
 * Checks the header of a CSV file.
 * @throws Fault `record.shape` when it lacks a required column or repeats one
 */
export function checkHeader(header: readonly string[]): void {
  const missing: string[] = requiredColumns.filter((column) => !header.includes(column))
  if (!header.includes('full_name') && !header.includes('family_name')) missing.push('full_name or family_name')
  if (missing.length > 0) throw new Fault('record.shape', `the header lacks ${missing.join(', ')}`)
  if (new Set(header).size < header.length) throw new Fault('record.shape', 'the header repeats a column')
}
