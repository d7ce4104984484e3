import type { Bilingual } from './pass-fields.ts'
import { notGiven } from './words.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day, month or year of a certificate, "1979-04-14" as "14/04/1979" and "14 Apr 1979". */
export function dateText(date: string): Bilingual {
  if (date === '') return notGiven
  const [year = '', month, day] = date.split('-')
  const name = months[Number(month ?? 0) - 1]
  return {
    vi: [day, month, year].filter((part) => part !== undefined).join('/'),
    en: [day, name, year].filter((part) => part !== undefined).join(' '),
  }
}

/** An instant to the minute, `offset` hours east of Greenwich. */
export function instantText(instant: Date, offset: number): Bilingual {
  const local = new Date(instant.getTime() + offset * 3_600_000).toISOString()
  const { vi, en } = dateText(local.slice(0, 10))
  const zone = `UTC${offset < 0 ? '−' : '+'}${Math.abs(offset)}`
  return { vi: `${local.slice(11, 16)} ${vi}`, en: `${local.slice(11, 16)}, ${en} (${zone})` }
}
