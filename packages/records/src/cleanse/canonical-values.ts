import type { CalendarDate } from '../dates/calendar-date.ts'
import { isDomestic } from '../dose/country.ts'
import { readDoseClass, readDoseNumber } from '../dose/dose-number.ts'
import { readNationality } from '../identity/nationality.ts'
import type { FieldValues } from '../record.ts'
import type { CleansedRow } from './cleanse-row.ts'

/**
 * The values of a row in the one form that all later work takes: dates as ISO, sex as male and female, the product as its
 * `mp` code, nationality and country as alpha-2, no country being Viet Nam, the dose number as a digit (a class that stood
 * beside it as `dose_class`). A value that could not be read, or only in two ways, stays as it is. A column's own form is
 * no mistake of a row: findings do not tell of it.
 */
export function canonicalValues({ values, facts }: CleansedRow): FieldValues {
  return {
    ...values,
    birth_date: isoOr(values.birth_date, facts.birthDate),
    dose_date: isoOr(values.dose_date, facts.doseDate),
    entry_date: isoOr(values.entry_date, facts.entryDate),
    sex: facts.sex ?? values.sex,
    product: facts.product ?? values.product,
    nationality: readNationality(values.nationality) ?? values.nationality,
    dose_number: readDoseNumber(values.dose_number)?.toString() ?? values.dose_number,
    dose_class: values.dose_class || (readDoseClass(values.dose_number) ?? ''),
    country: isDomestic(values.country) ? 'VN' : (readNationality(values.country) ?? values.country),
  }
}

function isoOr(text: string, date: CalendarDate | undefined): string {
  return date === undefined || date.isAmbiguous ? text : date.iso
}
