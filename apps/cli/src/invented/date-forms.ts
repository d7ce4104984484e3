import { dayNumber } from './days.ts'

/** How a column writes its days. */
export type DateForm = 'iso' | 'moment' | 'dmy/' | 'dmy-' | 'dmy.' | 'mdy/' | 'serial' | 'compact'

/** Day 0 of a sheet. */
const SHEET_ZERO = dayNumber('1899-12-30')

/** "2022-05-31" as a column writes it. It need not be a day of the calendar, but for `serial`. */
export function writeDate(iso: string, form: DateForm): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  if (form === 'iso') return iso
  if (form === 'moment') return `${iso} ${String(8 + (Number(day) % 9)).padStart(2, '0')}:${month}:${day}`
  if (form === 'serial') return String(dayNumber(iso) - SHEET_ZERO)
  if (form === 'compact') return day + month + year
  const sign = form.slice(3)
  return form === 'mdy/' ? [month, day, year].join(sign) : [day, month, year].join(sign)
}

/** Day and month in each other's place. */
export function turnedRound(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${year}-${day}-${month}`
}
