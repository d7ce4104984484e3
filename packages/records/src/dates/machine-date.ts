import { dayInVietNam, dayOf, isoOfDay } from './days.ts'

/** Where a workbook begins to count: Windows from 1900 (with a 29 February that never was), old Macs from 1904. */
export type SheetEpoch = '1900' | '1904'

/** Day 0 of each system, for every day after February 1900. */
const dayZero: Readonly<Record<SheetEpoch, number>> = { '1900': dayOf('1899-12-30'), '1904': dayOf('1904-01-01') }

/**
 * The day of a sheet's number, "44317" → 2021-05-01; a part of a day is left out. Five digits only, 18 May 1927 to 2099:
 * fewer could be a year. Which system holds is said in the workbook, never in the cell.
 */
export function dayOfSerial(text: string, epoch: SheetEpoch = '1900'): string | undefined {
  if (!/^[1-7]\d{4}(?:[.,]\d+)?$/.test(text)) return undefined
  const serial = Number(text.slice(0, 5))
  return serial > 73_050 ? undefined : isoOfDay(dayZero[epoch] + serial)
}

/** The day in Viet Nam (UTC+7) of a moment in UTC, "2021-09-01T17:00:00Z" → 2021-09-02. */
export function dayOfMoment(text: string): string | undefined {
  const moment = new Date(text.replace(' ', 'T').replace(',', '.'))
  return Number.isNaN(moment.getTime()) ? undefined : dayInVietNam(moment)
}
