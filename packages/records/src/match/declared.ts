import { readDate } from '../dates/read-date.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import { readSex } from '../identity/sex.ts'
import { comparableName } from '../names/canonical.ts'
import type { FieldValues } from '../record.ts'
import type { Identity } from './register.ts'

/** Who a dose record says was vaccinated, in canonical form (vietnam.md §7.2, step 1). '' where it says nothing that can be read. */
export interface Declared {
  /** 12 digits, or the 9 of an old card. */
  readonly number: string
  /** Where the number is damaged: what it would be with its leading zero, or with digits for the letters like them. */
  readonly padded: string
  readonly repaired: string
  readonly name: string
  /** "1985-05-13" or less of it; of two readings the one with the day first. */
  readonly birthDate: string
  /** With day and month the other way round; '' where that is no day, or the same. */
  readonly turned: string
  readonly sex: 'male' | 'female' | ''
}

/** Reads who is meant from a row as cleansing leaves it. */
export function declaredOf(values: Readonly<FieldValues>): Declared {
  const birthDate = readDate(values.birth_date, 'unknown')?.iso ?? ''
  return {
    ...numberOf(values.id_number),
    name: comparableName(values.full_name),
    ...{ birthDate, turned: turnedDay(values.birth_date, birthDate) },
    sex: readSex(values.sex) ?? '',
  }
}

function numberOf(text: string): Pick<Declared, 'number' | 'padded' | 'repaired'> {
  const id = readIdNumber(text)
  const none = { number: '', padded: '', repaired: '' }
  if (id.kind === 'personal' || id.kind === 'cmnd') return { ...none, number: id.digits }
  if (id.kind === 'short') return { ...none, padded: id.padded }
  return id.kind === 'malformed' ? { ...none, repaired: id.repaired ?? '' } : none
}

function turnedDay(text: string, birthDate: string): string {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const isDay = day !== '' && day !== month && Number(day) <= 12
  if (birthDate !== '') return isDay ? `${year}-${day}-${month}` : ''
  return readDate(text, 'mdy')?.iso ?? ''
}

/** The tuple that the register is asked about; undefined where one of the four fields is missing or malformed. */
export function identityOf({
  number,
  name,
  birthDate,
  sex,
}: Omit<Declared, 'padded' | 'repaired' | 'turned'>): Identity | undefined {
  if (!/^(?:\d{9}|\d{12})$/.test(number) || name === '' || birthDate === '' || sex === '') return undefined
  return { number, name, birthDate, sex }
}
