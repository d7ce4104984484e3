import { type Field, type FieldValues, fields, type RuleId } from '@vaxcert/records'
import type { ColumnForms } from './column-forms.ts'
import { writeDate } from './date-forms.ts'
import { isoDay } from './days.ts'
import type { Dose, DoseClass } from './doses/dose.ts'
import { type Entry, entryOf } from './doses/entry.ts'
import { vaccines } from './doses/supply.ts'
import type { Person } from './people/person.ts'
import type { Province } from './province.ts'
import type { Random } from './random.ts'

/** A row before it is written: what is true, what stands there, and what was done to it. */
export interface SampleRow {
  readonly person: Person
  readonly dose: Dose
  readonly entry: Entry
  readonly cells: FieldValues
  readonly planted: Planted[]
}

/** One error. Without a rule nothing in the row can show it, and `undetectable` says why. */
export interface Planted {
  readonly rule?: RuleId
  readonly field: Field
  readonly planted: string
  /** What a perfect cleansing makes of the cell, in canonical form. */
  readonly right: string
  readonly undetectable?: string
}

const blank = Object.fromEntries(fields.map((field) => [field, ''])) as FieldValues
const classWords: Readonly<Record<DoseClass, string>> = {
  ...{ 'dose-1': 'Cơ bản', 'dose-2': 'Cơ bản', 'dose-3': 'Cơ bản', additional: 'Bổ sung', booster: 'Nhắc lại' },
}

/** What a clerk types with. */
export interface Typing {
  readonly doseId: string
  readonly forms: ColumnForms
  readonly province: Province
  readonly random: Random
}

/** The row of a dose as an attentive clerk would have typed it, in the forms of the file. */
export function rightRow(person: Person, dose: Dose, typing: Typing): SampleRow {
  const { forms, province, random } = typing
  const entry = entryOf(dose, random)
  const cells = { ...blank, ...personCells(person, forms, province), ...doseCells(person, dose, typing) }
  cells.entry_date = writeDate(isoDay(entry.day), forms.dates.entry_date)
  cells.entry_mode = forms.words[entry.mode]
  return { person, dose, entry, cells, planted: [] }
}

function personCells(person: Person, { dates, words }: ColumnForms, { communes }: Province): Partial<FieldValues> {
  const { guardian, nationality } = person
  const commune = communes[person.commune]
  return {
    person_id: `P${String(person.id).padStart(8, '0')}`,
    id_number: person.oldNumber ?? person.number,
    full_name: person.name,
    sex: words[person.sex],
    birth_date: writeDate(person.birthDate, dates.birth_date),
    nationality: nationality === 'VN' ? words.VN : nationality,
    phone: person.phone,
    ...{ guardian_name: guardian?.name ?? '', guardian_phone: guardian?.phone ?? '' },
    ...{ guardian_relation: guardian?.relation ?? '', household: person.household, address: person.address },
    ...{ commune: commune?.name ?? '', district: commune?.district ?? '', province: commune?.provinceName ?? '' },
    death_date: person.died === undefined ? '' : writeDate(person.died, dates.death_date),
  }
}

function doseCells(person: Person, dose: Dose, { doseId, forms, province, random }: Typing): Partial<FieldValues> {
  const facility = province.facilities[dose.facility]
  const vaccine = vaccines.find(({ mp }) => mp === dose.mp)
  return {
    dose_id: doseId,
    product: facility === undefined ? dose.mp : random.pick(vaccine?.spellings ?? [dose.mp]),
    ...{ lot: dose.lot, dose_number: String(dose.number), dose_class: classWords[dose.doseClass] },
    ...{ dose_date: writeDate(isoDay(dose.day), forms.dates.dose_date), country: dose.country },
    ...{ facility: facility?.code ?? '', facility_name: facility?.name ?? 'Overseas clinic' },
    ...{ status: 'Đã tiêm', evidence: facility === undefined ? `certificate-${person.id}.pdf` : '' },
  }
}
