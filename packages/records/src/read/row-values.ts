import { type Field, type FieldValues, fields } from '../record.ts'
import { withoutGuard } from './csv/formula-guard.ts'
import type { Layout } from './layout.ts'

/** Cells of a row → its fields. */
export type ReadValues = (cells: readonly string[]) => FieldValues

/** Every field, empty: rows are copies of it, so that all have one shape. */
const blank: FieldValues = Object.fromEntries(fields.map((field) => [field, ''])) as FieldValues

/** How rows of a layout are read. `isGuarded`: the file is one of ours for people, cells guarded against formulas. */
export function valuesReader(layout: Layout, isGuarded: boolean): ReadValues {
  const names = Object.keys(layout.columns) as Field[]
  const columns = names.map((field) => layout.columns[field] ?? 0)
  const needsMore = layout.second.length > 0 || layout.marks.length > 0
  const template: FieldValues = needsMore ? blank : { ...blank, ...layout.constants }
  return (received) => {
    const cells = isGuarded ? received.map(withoutGuard) : received
    const values = { ...template }
    for (let index = 0; index < names.length; index += 1) {
      const cell = cells[columns[index] as number]
      if (cell !== undefined && cell !== '') values[names[index] as Field] = cell
    }
    if (needsMore) readSecond(values, cells, layout)
    return values
  }
}

/** A field's other columns where its own says nothing, then the columns with a mark. */
function readSecond(values: FieldValues, cells: readonly string[], layout: Layout): void {
  for (const { field, column } of layout.second) {
    const cell = cells[column] ?? ''
    if (values[field] === '') values[field] = cell
    else if (field === 'id_number' && values.old_id_number === '' && isOldNumber(cell)) values.old_id_number = cell
  }
  for (const { field, column, value } of layout.marks) {
    const cell = (cells[column] ?? '').trim()
    if (cell === '' || cell === '0') continue
    values[field] = values[field] === '' ? value : `${values[field]} ${value}`
    if (field === 'sex' && values.birth_date === '' && /\d{2}/.test(cell)) values.birth_date = cell
  }
  for (const field of Object.keys(layout.constants) as Field[]) {
    if (values[field] === '') values[field] = layout.constants[field] ?? ''
  }
}

/** A CMND in a column beside that of the new number. */
function isOldNumber(cell: string): boolean {
  return /^\D*(?:\d\D*){8,9}$/.test(cell)
}

export const emptyValues: Readonly<FieldValues> = blank
