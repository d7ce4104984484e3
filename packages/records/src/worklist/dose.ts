import type { Finding } from '../cleanse/rule.ts'
import type { Field, FieldValues } from '../record.ts'
import { listOf } from './list-kind.ts'
import type { ListedRow } from './listed-rows.ts'

/** What whoever gave a dose can say of it, and correct. */
export const doseFields = [
  'product',
  'lot',
  'dose_date',
  'dose_number',
  'dose_class',
  'facility',
  'country',
  'evidence',
] as const
export type DoseField = (typeof doseFields)[number]

/** What else is needed to find the dose in a book, and no more. */
const doseContext = [
  'dose_id',
  'id_number',
  'full_name',
  'birth_date',
  'sex',
  'phone',
  'guardian_name',
  'facility_name',
  'status',
  'commune',
  'district',
  'province',
] as const

/** The fields of a row that a list of doses needs. */
export type DoseValues = Pick<FieldValues, DoseField | (typeof doseContext)[number]>

/** A dose as its person's timeline tells it. */
export interface KnownDose {
  readonly row: number
  readonly values: Pick<FieldValues, DoseField | 'dose_id' | 'facility_name'>
  /** It was declared under another number or name: the findings say what it has to do with the row. */
  readonly isOther?: true
}

/** A row of which something about the dose is open. */
export interface AskedDose {
  readonly row: number
  readonly values: DoseValues
  /** Open, and about the dose. */
  readonly findings: readonly Finding[]
}

/** The same with all doses of its person, in the order of days, its own among them. */
export interface ListedDose extends AskedDose {
  readonly kind: 'dose'
  readonly timeline: readonly KnownDose[]
}

/** What a listed row asks whoever gave the dose; undefined where all that is open is about the person. */
export function doseOf({ row, values, findings }: ListedRow): AskedDose | undefined {
  const own = findings.filter(({ rule }) => listOf(rule) === undefined)
  if (own.length === 0) return undefined
  return { row, values: pick([...doseFields, ...doseContext], values), findings: own }
}

/** What a timeline tells of a row. */
export function knownDose(row: number, values: Readonly<FieldValues>): KnownDose {
  return { row, values: pick([...doseFields, 'dose_id', 'facility_name'], values) }
}

/** By what rows are known to be of one person: the number, or name and birth date; else nothing but the row itself. */
export function timelineKey(
  row: number,
  { id_number: number, full_name: name, birth_date: birth }: DoseValues,
): string {
  if (number !== '') return number
  return name === '' || birth === '' ? `row ${row}` : JSON.stringify([name, birth])
}

function pick<Name extends Field>(
  names: readonly Name[],
  values: Readonly<Record<Field, string>>,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Record<Name, string>
}
