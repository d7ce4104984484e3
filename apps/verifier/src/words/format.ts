import type { Language } from './words.ts'

/** British order for English: the day never comes behind the month. */
const tags: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' }

const LOCAL_DAY = { day: '2-digit', year: 'numeric' } as const
const DAY = { ...LOCAL_DAY, timeZone: 'UTC' } as const
const MONTH = { year: 'numeric', timeZone: 'UTC' } as const

/** In English by its name, so that nobody takes it for the day. */
function monthIn(language: Language): '2-digit' | 'short' {
  return language === 'en' ? 'short' : '2-digit'
}

/** "1990-03-12" or "1990-03" as the reader writes it; every other text as it is. */
export function dateText(language: Language, text: string): string {
  const options = /^\d{4}-\d{2}-\d{2}$/.test(text) ? DAY : /^\d{4}-\d{2}$/.test(text) ? MONTH : undefined
  const date = new Date(text)
  // 30 February is no day, though the engine takes it for one in March.
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  if (options === undefined || !exists) return text
  return new Intl.DateTimeFormat(tags[language], { ...options, month: monthIn(language) }).format(date)
}

/** A date-time of a certificate in this device's time zone; a text that is none as it is. */
export function momentText(language: Language, moment: Date | string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return String(moment)
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(tags[language], { ...LOCAL_DAY, month: monthIn(language), ...clock }).format(date)
}

/** Whole seconds since 1970 as the day of this device's time zone. */
export function dayText(language: Language, seconds: number): string {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return String(seconds)
  return new Intl.DateTimeFormat(tags[language], { ...LOCAL_DAY, month: monthIn(language) }).format(date)
}

export function numberText(language: Language, value: number): string {
  return new Intl.NumberFormat(tags[language]).format(value)
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** "3 hours ago", in the largest unit that there are two of. */
export function agoText(language: Language, seconds: number): string {
  const [unit, length] = units.find(([, each]) => Math.abs(seconds) >= 2 * each) ?? (['second', 1] as const)
  return new Intl.RelativeTimeFormat(tags[language], { numeric: 'auto' }).format(-Math.floor(seconds / length), unit)
}

/** The name of a country, ISO 3166-1 alpha-2; a text that is no such code as it is. */
export function countryText(language: Language, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([tags[language]], { type: 'region' }).of(code) ?? code
}
