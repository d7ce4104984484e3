import type { Field, RuleId } from '@vaxcert/records'
import type { ColumnForms } from '../column-forms.ts'
import type { Province } from '../province.ts'
import type { Random } from '../random.ts'
import type { SampleRow } from '../sample-row.ts'

/** What an error may draw on beside the row. */
export interface Surroundings {
  readonly forms: ColumnForms
  readonly province: Province
  readonly random: Random
}

/** Makes one error in a row, or none where the row does not lend itself to it. */
export type Plant = (row: SampleRow, surroundings: Surroundings) => void

/** How often an error is made, in a million people or rows, at each level of dirt. */
export interface PlantKind {
  readonly rates: readonly [light: number, real: number, harsh: number]
  readonly plant: Plant
}

/** Fields that explain each other: two errors among them could hide one another. */
const groups: readonly (readonly Field[])[] = [
  ['id_number', 'sex', 'birth_date', 'nationality', 'old_id_number'],
  ['full_name'],
  ['phone', 'guardian_name', 'guardian_phone'],
  ['commune', 'district', 'province'],
  ['product', 'lot', 'dose_date', 'country', 'death_date', 'evidence'],
]

/** Whether nothing was done yet to what a field is judged with. */
export function isUntouched({ planted }: SampleRow, field: Field): boolean {
  const group = groups.find((members) => members.includes(field)) ?? [field]
  return !planted.some((error) => group.includes(error.field))
}

/** Writes an error over a cell, once for each group of fields. `right` is in canonical form. */
export function plantAs(row: SampleRow, field: Field, rule: RuleId, text: string, right: string): void {
  if (!isUntouched(row, field) || row.cells[field] === text) return
  row.cells[field] = text
  row.planted.push({ rule, field, planted: text, right })
}

/** An error that leaves nothing by which a row could tell. */
export function plantUnseen(row: SampleRow, field: Field, text: string, right: string, undetectable: string): void {
  if (!isUntouched(row, field) || row.cells[field] === text) return
  row.cells[field] = text
  row.planted.push({ field, planted: text, right, undetectable })
}

/** Nothing is wrong in the cell, but a rule has something to say of it. */
export function note({ cells, planted }: SampleRow, field: Field, rule: RuleId): void {
  if (planted.some((error) => error.field === field)) return
  planted.push({ rule, field, planted: cells[field], right: cells[field] })
}
