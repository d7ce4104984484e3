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
  'dose_number',
] as const

export type Column = (typeof columns)[number]

/** How cleansed records call some of them: what `vaxcert match` wrote can be handed in as it is. */
const otherNames: Readonly<Partial<Record<Column, string>>> = {
  date: 'dose_date',
  identity: 'id_number',
}

/** Where a column stands in a header; -1 where it does not. */
export function placeOf(header: readonly string[], column: Column): number {
  const place = header.indexOf(column)
  return place < 0 ? header.indexOf(otherNames[column] ?? column) : place
}

/** Columns without which no dose can be certified. The name may come in one column or in two. */
export const requiredColumns: readonly Column[] = ['dose_id', 'person_id', 'birth_date', 'product', 'date', 'country']

/**
 * Checks the header of a CSV file.
 * @throws Fault `record.shape` when it lacks a required column or repeats one
 */
export function checkHeader(header: readonly string[]): void {
  const missing: string[] = requiredColumns.filter((column) => placeOf(header, column) < 0)
  if (!header.includes('full_name') && !header.includes('family_name')) missing.push('full_name or family_name')
  if (missing.length > 0) throw new Fault('record.shape', `the header lacks ${missing.join(', ')}`)
  if (new Set(header).size < header.length) throw new Fault('record.shape', 'the header repeats a column')
}
