import type { IdNumber } from './id-number.ts'
import { isSound, personalNumber } from './personal-number.ts'
import { placeholderOf } from './placeholder.ts'

const none: IdNumber = { kind: 'none' }
const malformed: IdNumber = { kind: 'malformed' }
const digitsOnly = /^\d+$/
/** Spaces of every kind, what is not seen, dots, commas, hyphens, apostrophes; and ="…" around what a sheet must not change. */
const separators = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff.,'’‘`´"=_\u2010-\u2015\u2212-]/g
/** What people write where there is no number. */
const nothing =
  /^(?:0{1,5}|x+|ko|không(?: có| nhớ| rõ)?|khong(?: co)?|chưa (?:có|cấp|rõ)(?: cccd| cmnd)?|chua co|null|none|na|n\/a|nan|id_none)?$/
const quantity = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i
const wholeQuantity = /^\d{6,}[.,]0{1,2}$/
const lostInDisplay = /^#{3,}$/
const writtenDate = /^\d{1,2}\/\d{1,2}\/\d{4}$/
const hidden = /[*•●∗＊]|^[xX]{3,}\d{3,}$/
/** The personal code of Decision 1405, typed whole by a scanner: of its fields the number is the first, half hidden. */
const hiddenCode = /^\s*(?=\d*\*)([\d*]{8,12})(?:\|[^|]*){4,7}$/
const MOST_OF_CODE = 500
const passport = /^(?=.*[A-Z])(?=.*\d)[A-Z0-9]{5,9}$/
const lookAlikes = /[OoIl|\uff10-\uff19]/
/** 9 digits, some of them letters that look like one. A passport may be written so; a citizen has a number. */
const lookAlikeOld = /^(?=\D*\d)[OoIl\d]{9}$/

/** What a text in the column of identity numbers is. Never throws. */
export function readIdNumber(text: string): IdNumber {
  if (text === '') return none
  if (text.length === 12 && digitsOnly.test(text)) return readDigits(text)
  const shown = text.includes('|') && text.length <= MOST_OF_CODE ? hiddenCode.exec(text)?.[1] : undefined
  if (shown !== undefined) return { kind: 'masked', visible: shown.replaceAll('*', '') }
  if (text.length > 60) return malformed
  const word = text.trim()
  if (nothing.test(word.normalize('NFC').toLowerCase())) return none
  return readDamage(word) ?? readBare(word.replace(separators, ''))
}

/** What a sheet did to it, before any sign is left out: 79190001234.0 has no zero at its end. */
function readDamage(word: string): IdNumber | undefined {
  const bare = word.replace(/[\s']/g, '')
  if (quantity.test(bare)) return float(Number(bare.replace(',', '.')).toFixed(0), bare)
  if (wholeQuantity.test(bare)) return { kind: 'float', digits: bare.replace(/[.,]0+$/, '') }
  if (lostInDisplay.test(bare)) return { kind: 'float' }
  return hidden.test(word) && /^[\d\s.•●∗＊*xX-]+$/.test(word)
    ? { kind: 'masked', visible: word.replace(/\D/g, '') }
    : undefined
}

/** The mantissa of 7.9190001234E+10 says all its digits, that of 7.9E+10 does not. */
function float(digits: string, written: string): IdNumber {
  const mantissa = written.replace(/e.*$/i, '').replace(/[.,]/, '')
  return mantissa.length === digits.length ? { kind: 'float', digits } : { kind: 'float' }
}

function readBare(bare: string): IdNumber {
  if (bare === '') return none
  if (digitsOnly.test(bare)) return readDigits(bare)
  const like = writtenDate.test(bare) ? 'date' : placeholderOf(bare.replace(/^\+(?=84)/, ''))
  if (like !== undefined) return { kind: 'placeholder', like }
  if (lookAlikeOld.test(bare)) return readLookAlikes(bare)
  const capitals = bare.toUpperCase()
  if (passport.test(capitals)) return { kind: 'passport', text: capitals }
  return lookAlikes.test(bare) ? readLookAlikes(bare) : malformed
}

function readLookAlikes(bare: string): IdNumber {
  const digits = bare.normalize('NFKC').replace(/[Oo]/g, '0').replace(/[Il|]/g, '1')
  const isNumber = /^(?:\d{9}|\d{12})$/.test(digits) && placeholderOf(digits) === undefined
  return isNumber ? { kind: 'malformed', repaired: digits } : malformed
}

function readDigits(digits: string): IdNumber {
  const like = placeholderOf(digits)
  if (like !== undefined) return { kind: 'placeholder', like }
  if (digits.length === 12) return digits.endsWith('000000') ? { kind: 'float' } : personalNumber(digits)
  if (digits.length === 9) return { kind: 'cmnd', digits }
  return readShort(digits)
}

/**
 * 8 digits may be an old number; those of Hà Nội and its neighbours lose two zeros of 12. Six digits and zeros are what a
 * narrow column shows of a quantity, 6.83043E+10: one number in 100,000 ends so by chance.
 */
function readShort(digits: string): IdNumber {
  if (digits.length === 8) return { kind: 'short', digits, padded: `0${digits}` }
  if (digits.length !== 11 && (digits.length !== 10 || digits.startsWith('0'))) return malformed
  if (/0{5}$/.test(digits)) return { kind: 'float' }
  const padded = digits.padStart(12, '0')
  return isSound(personalNumber(padded)) ? { kind: 'short', digits, padded } : malformed
}
