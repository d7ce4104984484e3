import { type FieldValues, fields } from '../../src/record.ts'

/** A row as cleansing leaves it, of somebody invented. */
export function valuesOf(said: Partial<FieldValues> = {}): FieldValues {
  const blank = Object.fromEntries(fields.map((field) => [field, ''])) as FieldValues
  const person = { id_number: '001085012345', full_name: 'Nguyễn Văn Đức', birth_date: '1985-05-13', sex: 'male' }
  return { ...blank, ...person, nationality: 'VN', ...said }
}
