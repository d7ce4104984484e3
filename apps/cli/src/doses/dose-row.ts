import { type Dose, Fault, type NameInput, type Person, productByName } from '@vaxcert/core'
import { type Column, columns, placeOf, requiredColumns } from './columns.ts'
import type { DoseRow } from './dose-file.ts'

/** What a row says in one column; empty where it has no such cell. */
export type Field = (row: DoseRow, column: Column) => string

/** Reads the fields of rows that have these columns. */
export function fieldOf(header: readonly string[]): Field {
  const places = new Map(columns.map((column) => [column, placeOf(header, column)]))
  return (row, column) => row.cells?.[places.get(column) ?? -1] ?? ''
}

/**
 * Demands of a row what no certificate can do without. A name stands in one column or in two, not in both.
 * @throws Fault `record.shape`
 */
export function requireFields(row: DoseRow, field: Field): void {
  if (row.cells === undefined) throw new Fault('record.shape', 'not a row of the file')
  const missing = requiredColumns.filter((column) => field(row, column) === '')
  if (missing.length > 0) throw new Fault('record.shape', `without ${missing.join(', ')}`)
  const inOne = field(row, 'full_name') !== ''
  const inTwo = field(row, 'family_name') !== '' || field(row, 'given_names') !== ''
  if (inOne === inTwo) throw new Fault('record.shape', 'the name stands in full_name or in family_name and given_names')
}

/** The dose of a row. A product that is no name of ours stays as it stands: it may be a code. */
export function doseOf(row: DoseRow, field: Field): Dose {
  const product = field(row, 'product')
  return {
    id: field(row, 'dose_id'),
    product: productByName(product)?.mp ?? product,
    date: field(row, 'date'),
    country: field(row, 'country'),
  }
}

/** The person of a row. */
export function personOf(row: DoseRow, field: Field): Person {
  return { name: { ...nameOf(row, field), mrzName: field(row, 'mrz_name') }, birthDate: field(row, 'birth_date') }
}

function nameOf(row: DoseRow, field: Field): NameInput {
  const fullName = field(row, 'full_name')
  if (fullName !== '') return { fullName }
  return { familyName: field(row, 'family_name'), givenNames: field(row, 'given_names') }
}
