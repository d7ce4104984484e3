import { type PartialDate, partialDate } from './partial-date.ts'

/** Longest text looked at, in UTF-16 units: three lines and what may stand around them. */
const MAX_LENGTH = 256
const TD3_LENGTH = 44

/**
 * The lines of a machine readable zone in A–Z, 0–9 and `<`: none when there is anything else, or nothing that looks
 * like one. Two lines of a passport typed as one are parted.
 */
export function toMrzLines(text: string): readonly string[] {
  if (text.length > MAX_LENGTH) return []
  const lines = text
    .toUpperCase()
    .replace(/«/g, '<<')
    .replace(/[‹＜]/g, '<')
    .split(/[\r\n]+/)
    .map(toLine)
    .filter((line) => line !== '')
  const [only = ''] = lines
  const parted =
    lines.length === 1 && only.length > 2 * 36 ? [only.slice(0, TD3_LENGTH), only.slice(TD3_LENGTH)] : lines
  return parted.length <= 3 && parted.every((line) => /^[A-Z0-9<]+$/.test(line)) ? parted : []
}

/**
 * A birth date of two-digit years: the last one that is not after the expiry date. A paper without end says 991231,
 * which only people of the last century have (Vietnamese identity cards, from the age of 60).
 */
export function beforeExpiry(birth: string, expiry: string): PartialDate | undefined {
  const short = Number(birth.slice(0, 2))
  const isLate = expiry !== '991231' && short <= Number(expiry.slice(0, 2))
  const [month, day] = [birth.slice(2, 4), birth.slice(4, 6)].map((part) => Number(part.replaceAll('<', '0')))
  return partialDate((isLate ? 2000 : 1900) + short, month, day)
}

/** Spaces stand for fillers; where no line comes out of that, they only parted what is printed together. */
function toLine(line: string): string {
  const filled = line.replace(/^\s+/, '').replace(/\s/g, '<')
  if (/^<*$/.test(filled)) return ''
  return !/\d/.test(filled) || /^[PIAC][A-Z<]/.test(filled) || hasDates(filled) ? filled : line.replace(/\s/g, '')
}

/** Birth date, check digit, sex and expiry date where a passport or a card has them, O typed for 0 or not. */
function hasDates(line: string): boolean {
  return /^(?:.{13})?[\dOI<]{6}[\dOI][FMX<][\dOI]{6}/.test(line)
}
