import { readDate } from '../dates/read-date.ts'
import { titleCase } from '../names/title-case.ts'
import type { Field, FieldValues } from '../record.ts'
import type { RightPerson } from './match-people.ts'
import type { Identity } from './register.ts'

/** The column of each part of an identity. */
export const identityFields: Readonly<Record<keyof Identity, Field>> = {
  number: 'id_number',
  name: 'full_name',
  birthDate: 'birth_date',
  sex: 'sex',
}

/**
 * The values of a dose of which the register said right: name as it spells it, the one field that was changed, and the
 * birth date in the reading that was right. An old number that was replaced is kept beside the new one.
 */
export function rightValues(values: Readonly<FieldValues>, { by, spelling }: RightPerson): FieldValues {
  const birthDate = readDate(values.birth_date, 'unknown')?.iso
  const read = { ...values, birth_date: birthDate ?? values.birth_date, full_name: spelling ?? values.full_name }
  if (by === 'declared') return read
  if (by.field === 'name') return { ...read, full_name: spelling ?? titleCase(by.identity.name) }
  const old = by.kind === 'old-number' && values.old_id_number === '' ? { old_id_number: values.id_number } : {}
  return { ...read, ...old, [identityFields[by.field]]: by.identity[by.field] }
}
