import { isDay } from '../dates/days.ts'
import type { PlaceholderKind } from './id-number.ts'
import { readPhone } from './read-phone.ts'

const insurance = /^[A-Za-z]{2}\d{13}$/
const earliestYear = 1900
const latestYear = 2040

/** What stands in the place of a number, though it is none; of a text without separators. */
export function placeholderOf(text: string): PlaceholderKind | undefined {
  if (text.length < 6) return undefined
  if (isRun(text, 0)) return 'equal'
  if (isRun(text, 1) || isRun(text, 9)) return 'series'
  if (text.length === 8) return isCompactDay(text) ? 'date' : undefined
  if (isPhone(text)) return 'phone'
  return insurance.test(text) ? 'insurance' : undefined
}

/** As it is dialled, today or before 2018, or with the country's code. 840 3… may be a child born abroad as well. */
function isPhone(text: string): boolean {
  const hasPrefix = text.startsWith('84') || (text.startsWith('0') && text.length < 12)
  return hasPrefix && text.length > 9 && !/^840[0-3]\d{8}$/.test(text) && readPhone(text).kind === 'mobile'
}

/** Whether each digit is the one before and `step`, 9 and 1 being 0; of 123456789012 each is one more. */
function isRun(text: string, step: number): boolean {
  for (let at = 1; at < text.length; at += 1) {
    if ((text.charCodeAt(at - 1) - 0x30 + step) % 10 !== text.charCodeAt(at) - 0x30) return false
  }
  return true
}

function isCompactDay(text: string): boolean {
  const part = (from: number, to: number): number => Number(text.slice(from, to))
  return isDate(part(4, 8), part(2, 4), part(0, 2)) || isDate(part(0, 4), part(4, 6), part(6, 8))
}

function isDate(year: number, month: number, day: number): boolean {
  return year >= earliestYear && year <= latestYear && isDay(year, month, day)
}
