/** What a paper or a certificate says of a day: the parts it knows. No part is ever guessed. */
export interface PartialDate {
  readonly year?: number
  /** 1–12. */
  readonly month?: number
  /** 1–31. */
  readonly day?: number
}

/** Years of birth that a certificate can hold (eu-dcc-schema). */
const FIRST_YEAR = 1900
const LAST_YEAR = 2099

/** Undefined when nothing is known, or when there is no such day. A part of 0 is one that is not known. */
export function partialDate(year?: number, month?: number, day?: number): PartialDate | undefined {
  const parts = { ...(year && { year }), ...(month && { month }), ...(day && { day }) }
  return Object.keys(parts).length > 0 && exists(parts) ? parts : undefined
}

/** `1979-04-14`, `1979-04`, `1979`, also with `00` or `**` for a part that is not told (Decision 1405/QĐ-BTTTT). */
export function readIsoDate(text: string): PartialDate | undefined {
  const [, year, month, day] = /^(\d{4}|\*{4})(?:-(\d\d|\*\*)(?:-(\d\d|\*\*))?)?$/.exec(text) ?? []
  return year === undefined ? undefined : partialDate(part(year), part(month), part(day))
}

/** `14041979` as cards write it, also `00001979` and `1979` of people whose day is not known. */
export function readCardDate(text: string): PartialDate | undefined {
  const [, day, month, year] = /^(?:(\d\d)(\d\d))?(\d{4})$/.exec(text) ?? []
  return year === undefined ? undefined : partialDate(part(year) ?? -1, part(month), part(day))
}

/** Whether day, month and year are all known. */
export function isWhole(date: PartialDate): date is Required<PartialDate> {
  return date.year !== undefined && date.month !== undefined && date.day !== undefined
}

function part(digits: string | undefined): number | undefined {
  return digits === undefined || /^(?:0+|\*+)$/.test(digits) ? undefined : Number(digits)
}

function exists({ year, month, day }: PartialDate): boolean {
  if (year !== undefined && (year < FIRST_YEAR || year > LAST_YEAR)) return false
  if (month !== undefined && month > 12) return false
  return day === undefined || day <= daysIn(year, month)
}

/** Of the longest month or year where either is not known. */
function daysIn(year: number | undefined, month: number | undefined): number {
  return month === undefined ? 31 : new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()
}
