import type { IdNumber } from './id-number.ts'

/** What a text in the column of identity numbers is. */
export function readIdNumber(text: string): IdNumber {
  const digits = text.trim()
  if (digits === '') return { kind: 'none' }
  if (/^\d{12}$/.test(digits)) return personal(digits)
  if (/^\d{9}$/.test(digits)) return { kind: 'cmnd', digits }
  if (/^[A-Z]\d{7,8}$/.test(digits)) return { kind: 'passport', text: digits }
  return { kind: 'malformed' }
}

function personal(digits: string): IdNumber {
  const century = Number(digits.charAt(3))
  const birthYear = 1900 + Math.floor(century / 2) * 100 + Number(digits.slice(4, 6))
  return { kind: 'personal', digits, province: digits.slice(0, 3), birthYear, sex: century % 2 === 0 ? 'male' : 'female' }
}
