import type { CalendarDate } from '../dates/calendar-date.ts'
import { readDate } from '../dates/read-date.ts'
import { disagrees } from '../identity/agreement.ts'
import { isSound } from '../identity/personal-number.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import { readSex } from '../identity/sex.ts'
import { tidyText } from '../names/canonical.ts'
import type { BasicField } from './person.ts'
import type { RowCode } from './problem.ts'

/** A corrected value in its one form, or why it is none. */
export type Correction = { readonly value: string } | { readonly code: RowCode }

const readers: Readonly<Record<BasicField, (text: string) => Correction>> = {
  id_number: (text) => {
    const id = readIdNumber(text)
    if (id.kind === 'cmnd' || (id.kind === 'personal' && isSound(id))) return { value: id.digits }
    return { code: 'worklist.number' }
  },
  full_name: (text) => {
    const name = tidyText(text)
    return /^\p{L}[\p{L}\p{M}'’.-]*(?: \p{L}[\p{L}\p{M}'’.-]*)*$/u.test(name) && name.length >= 2 && name.length <= 80
      ? { value: name }
      : { code: 'worklist.name' }
  },
  birth_date: (text) => {
    const date = readDate(text, 'dmy')
    return date === undefined || date.isAmbiguous || date.isShortYear || isTakenForDate(date)
      ? { code: 'worklist.birth-date' }
      : { value: date.iso }
  },
  sex: (text) => {
    const sex = readSex(text)
    return sex === undefined ? { code: 'worklist.sex' } : { value: sex }
  },
}

/** A spreadsheet that took 05/06 for a date may have taken the day for the month; its number no longer tells. */
export function isTakenForDate({ form, iso }: CalendarDate): boolean {
  return form === 'serial' && Number(iso.slice(8)) <= 12 && iso.slice(8) !== iso.slice(5, 7)
}

/** A passport's number (ICAO 9303-4: nine at most); the population database knows no foreigner. */
const passport = /^[A-Z0-9]{5,9}$/

/** Reads what an officer wrote into a corrected cell, day first. */
export function readCorrection(field: BasicField, text: string, isForeigner = false): Correction {
  if (!isForeigner || field !== 'id_number') return readers[field](text)
  const number = tidyText(text).toUpperCase().replaceAll(' ', '')
  return passport.test(number) && /\d/.test(number) ? { value: number } : { code: 'worklist.number' }
}

/** Whether a number, sex and birth date that will stand together contradict each other: then one of them is a slip. */
export function isContradiction(values: Readonly<Record<BasicField, string>>): boolean {
  const id = readIdNumber(values.id_number)
  if (id.kind !== 'personal') return false
  return disagrees(id, { sex: readSex(values.sex), birthDate: readDate(values.birth_date, 'dmy') })
}
