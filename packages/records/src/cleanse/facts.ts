import { readProduct } from '../codes/read-product.ts'
import type { CalendarDate, YearSpan } from '../dates/calendar-date.ts'
import { readDate } from '../dates/read-date.ts'
import type { IdNumber } from '../identity/id-number.ts'
import { readNationality } from '../identity/nationality.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import { readSex } from '../identity/sex.ts'
import { memo } from '../names/memo.ts'
import type { Field, FieldValues } from '../record.ts'
import type { Context } from './context.ts'

/** What the values of a row say, where they can be read. Read once per row, and again after a fix. */
export interface Facts {
  readonly id: IdNumber
  readonly birthDate: CalendarDate | undefined
  readonly doseDate: CalendarDate | undefined
  readonly entryDate: CalendarDate | undefined
  readonly sex: 'male' | 'female' | undefined
  /** The `mp` code, where the spelling is known or confirmed. */
  readonly product: string | undefined
  /** Whether the number must be a Vietnamese one: a citizen, or nobody says otherwise. */
  readonly isVietnamese: boolean
}

/** What the columns of a context's file are read by. */
interface Readers {
  readonly birthDate: (text: string) => CalendarDate | undefined
  readonly doseDate: (text: string) => CalendarDate | undefined
  readonly entryDate: (text: string) => CalendarDate | undefined
  /** What a person has confirmed that a spelling means. */
  readonly product: (text: string) => string | undefined
}

/** Two digits of a year of birth are of the last so many years; the youngest and the oldest of them are ambiguous. */
const LIKELY_AGE = 104

/** A day with a time of nowhere else, as systems write it: no two rows have the same, and it says no more than its day. */
const timed = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/
const [TIMED, DAY] = ['2022-05-31 10:00:00'.length, '2022-05-31'.length] as const

const readersOf = new WeakMap<Context, Readers>()
const told: ReadonlySet<Field> = new Set([
  'id_number',
  'birth_date',
  'dose_date',
  'entry_date',
  'sex',
  'product',
  'nationality',
  'country',
])

/** Whether a fact is read from the field. */
export function isTold(field: Field): boolean {
  return told.has(field)
}

export function readFacts(values: Readonly<FieldValues>, context: Context): Facts {
  const readers = readersOf.get(context) ?? makeReaders(context)
  return {
    id: readIdNumber(values.id_number),
    birthDate: readers.birthDate(values.birth_date),
    doseDate: readers.doseDate(values.dose_date),
    entryDate: readers.entryDate(values.entry_date),
    sex: readSex(values.sex),
    product: readers.product(values.product) ?? readProduct(values.product, context.codes, values.country),
    isVietnamese: values.nationality === 'VN' || (readNationality(values.nationality) ?? 'VN') === 'VN',
  }
}

/** Days are few and come again and again: what was read once is remembered. */
function makeReaders(context: Context): Readers {
  const { dateOrder } = context.survey
  const today = Number(context.today.slice(0, 4))
  const reader = (field: Field, years?: YearSpan): Readers['birthDate'] => {
    const read = memo((text) => readDate(text, dateOrder[field] ?? 'unknown', years))
    return (text) => read(text.length === TIMED && timed.test(text) ? text.slice(0, DAY) : text)
  }
  const readers = {
    birthDate: reader('birth_date', { first: today - LIKELY_AGE, last: today }),
    doseDate: reader('dose_date'),
    entryDate: reader('entry_date'),
    product: memo((text) => context.confirmed.get(`product|${text}`)),
  }
  readersOf.set(context, readers)
  return readers
}
