import type { CodeSets } from '../codes/code-sets.ts'
import type { IdNumber } from '../identity/id-number.ts'
import { readIdNumber } from '../identity/read-id-number.ts'

/** '' where no number is known. */
export type NumberKind = 'personal' | 'cmnd' | 'passport' | ''

export interface KnownNumber {
  /** Digits, or "P" and the passport's: passports and the rest never meet. */
  readonly number: string
  readonly kind: NumberKind
}

const none: KnownNumber = { number: '', kind: '' }

/**
 * The number by which rows are put together. One that was damaged in a way that can be undone counts as mended: it only
 * finds rows that are alike in more than the number. A cancelled one counts as the one that holds.
 */
export function knownNumber(id: IdNumber, { cancelledNumbers }: CodeSets): KnownNumber {
  if (id.kind === 'passport') return { number: `P${id.text}`, kind: 'passport' }
  const digits = digitsOf(id)
  const number = cancelledNumbers.get(digits) ?? digits
  if (number.length === 12) return { number, kind: 'personal' }
  return number.length === 9 ? { number, kind: 'cmnd' } : none
}

/** The CMND that a row states beside its number; '' for anything else. */
export function oldNumber(text: string): string {
  const id = text === '' ? undefined : readIdNumber(text)
  return id?.kind === 'cmnd' ? id.digits : ''
}

/** The six digits that the personal code of Decision 1405 shows, all before them hidden; '' for any other number. */
export function shownDigits(id: IdNumber, text: string): string {
  return id.kind === 'masked' && id.visible.length === 6 && /^[^\d|]+\d{6}\s*(?:$|\|)/.test(text) ? id.visible : ''
}

function digitsOf(id: IdNumber): string {
  if (id.kind === 'personal' || id.kind === 'cmnd') return id.digits
  if (id.kind === 'short') return id.padded
  if (id.kind === 'malformed') return id.repaired ?? ''
  return id.kind === 'float' && id.digits !== undefined ? digitsOf(readIdNumber(id.digits)) : ''
}
