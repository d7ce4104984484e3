import { readProduct } from '../codes/read-product.ts'
import type { CalendarDate, YearSpan } from '../dates/calendar-date.ts'
import { readDate } from '../dates/read-date.ts'
import type { IdNumber } from '../identity/id-number.ts'
import { readNationality } from '../identity/nationality.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import { readSex } from '../identity/sex.ts'
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

/** Two digits of a year of birth are of the last so many years; the youngest and the oldest of them are ambiguous. */
const LIKELY_AGE = 104

export function readFacts(values: Readonly<FieldValues>, context: Context): Facts {
  const today = Number(context.today.slice(0, 4))
  return {
    id: readIdNumber(values.id_number),
    birthDate: dateIn(values, 'birth_date', context, { first: today - LIKELY_AGE, last: today }),
    doseDate: dateIn(values, 'dose_date', context),
    entryDate: dateIn(values, 'entry_date', context),
    sex: readSex(values.sex),
    product: context.confirmed.get(`product|${values.product}`) ?? readProduct(values.product, context.codes),
    isVietnamese: (readNationality(values.nationality) ?? 'VN') === 'VN',
  }
}

function dateIn(
  values: Readonly<FieldValues>,
  field: Field,
  { survey }: Context,
  years?: YearSpan,
): CalendarDate | undefined {
  return values[field] === '' ? undefined : readDate(values[field], survey.dateOrder[field] ?? 'unknown', years)
}
