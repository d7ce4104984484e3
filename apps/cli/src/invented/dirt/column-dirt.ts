import type { Field } from '@vaxcert/records'
import type { ColumnForms, Dirt } from '../column-forms.ts'
import { writeDate } from '../date-forms.ts'
import { encodeLegacy, type LegacyLettering } from '../letterings/encode.ts'
import type { Province } from '../province.ts'
import type { SampleRow } from '../sample-row.ts'
import { noteNewYear } from './birth-errors.ts'
import { note } from './plant.ts'

/** One row in so many was turned round by a sheet, in a column of which that is true. */
const TURNED = 5

/** What happened to whole columns, and what is worth knowing of every row. Comes after all else. */
export function soilColumns(
  row: SampleRow,
  { forms, province, dirt }: { readonly forms: ColumnForms; readonly province: Province; readonly dirt: Dirt },
): void {
  if (forms.hasMixedBirthDates) mixBirthDate(row, forms)
  if (dirt !== 'strange') noteNewYear(row, province)
  noteDelay(row)
  for (const [field, lettering] of Object.entries(forms.legacy) as [Field, LegacyLettering][])
    age(row, field, lettering)
}

/** Where both orders are met, a day of which both numbers are at most 12 is open, however it is written. */
function mixBirthDate({ person: { id, birthDate }, cells, planted }: SampleRow, { dates }: ColumnForms): void {
  const [, month, day] = birthDate.split('-').map(Number) as [number, number, number]
  if (planted.some(({ field }) => field === 'birth_date')) return
  const isTurned = id % TURNED === 0
  if (isTurned) cells.birth_date = writeDate(birthDate, dates.birth_date === 'mdy/' ? 'dmy/' : 'mdy/')
  if (day > 12 || day === month) return
  planted.push({ rule: 'DB-06', field: 'birth_date', planted: cells.birth_date, right: birthDate })
}

function noteDelay(row: SampleRow): void {
  if (isDelayed(row, row.dose.day) && !row.planted.some(({ field }) => field === 'dose_date'))
    note(row, 'entry_date', 'PR-03')
}

/** Whether a dose of this day was entered later than a new one should be, or one from paper. */
export function isDelayed({ entry: { day, mode } }: SampleRow, doseDay: number): boolean {
  return day - doseDay > (mode === 'backlog' ? 30 : 1)
}

function age(row: SampleRow, field: Field, lettering: LegacyLettering): void {
  const text = row.cells[field]
  const old = encodeLegacy(text, lettering)
  if (old === text || row.planted.some((error) => error.field === field)) return
  row.cells[field] = old
  row.planted.push({ rule: 'PN-04', field, planted: old, right: text })
}
