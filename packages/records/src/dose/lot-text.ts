import { memo } from '../names/memo.ts'
import { lotKey } from './lot-key.ts'

/** What a text in the column of lots can be. */
export type LotText = 'none' | 'possible' | 'impossible'

const nothing =
  /^(?:0*|x+|-+|\.+|không(?: rõ| có| biết| nhớ)?|khong(?: ro| co)?|chưa có|null|none|na|n\/a|nan|unknown)$/
const day = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/
const shape = /^[A-Z\d][A-Z\d ./_-]{2,29}$/

/** No producer's own pattern is asked for: they change, and no list of them was to be had. */
export const readLotText: (text: string) => LotText = memo((text) => {
  const word = text.trim()
  if (nothing.test(word.normalize('NFC').toLowerCase())) return 'none'
  if (!shape.test(word.toUpperCase()) || day.test(word)) return 'impossible'
  const key = lotKey(word)
  const isOneSign = /^(.)\1*$/.test(key)
  return key.length < 4 || !/\d/.test(key) || isOneSign ? 'impossible' : 'possible'
})

const letterAmongDigits = /(?<=\d)[OI](?=\d)/g
/** Two letters and four digits: Pfizer's first lots. */
const pfizer = /^[A-Z]{2}[\dOI]{4}$/

/** The lot with digits in place of the letters that look like them, where a producer would have put digits; else undefined. */
export function withoutLookAlikes(lot: string, mp: string | undefined): string | undefined {
  if (!/[OI]/i.test(lot)) return undefined
  const key = lotKey(lot)
  const isPfizer = mp === 'EU/1/20/1528' && pfizer.test(key) && /\d.*\d/.test(key)
  const fixed = isPfizer
    ? key.slice(0, 2) + key.slice(2).replace(/[OI]/g, toDigit)
    : key.replace(letterAmongDigits, toDigit)
  return fixed === key ? undefined : fixed
}

function toDigit(letter: string): string {
  return letter === 'O' ? '0' : '1'
}
