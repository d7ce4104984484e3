import type { CalendarDate } from '../dates/calendar-date.ts'
import type { PersonalNumber } from './id-number.ts'

/** What a record says of a person beside the number. */
export interface Declared {
  readonly sex: 'male' | 'female' | undefined
  readonly birthDate: CalendarDate | undefined
}

/** Whether sex and birth year are both declared, and are those of the number: 1 in 200 by chance. */
export function agrees(id: PersonalNumber, { sex, birthDate }: Declared): boolean {
  if (birthDate === undefined || sex !== id.sex) return false
  const isOpenYear = birthDate.isShortYear && birthDate.isAmbiguous
  return !isOpenYear && isOfYear(id, birthDate)
}

/** Whether sex or birth year is declared, and is not that of the number. */
export function disagrees(id: PersonalNumber, { sex, birthDate }: Declared): boolean {
  return (sex !== undefined && sex !== id.sex) || (birthDate !== undefined && !isOfYear(id, birthDate))
}

/** Of a year in two digits only those count. */
function isOfYear({ birthYear }: PersonalNumber, { iso, isShortYear }: CalendarDate): boolean {
  const year = Number(iso.slice(0, 4))
  return isShortYear ? (year - birthYear) % 100 === 0 : year === birthYear
}
