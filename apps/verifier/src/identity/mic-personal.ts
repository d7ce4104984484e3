import type { IdentityPaper } from './identity-card.ts'
import { readIsoDate } from './partial-date.ts'

/** A number, whole or with its first characters masked. */
const NUMBER = /^[*A-Z0-9]{6,15}$/i
/** Its parts masked or not, or left out. */
const DATE = /^(?:|(?:\d{4}|\*{4})-(?:\d\d|\*\*)-(?:\d\d|\*\*))$/
/** 0: declared by oneself; 1: for somebody else. */
const DECLARED = /^[01]$/

/**
 * The personal code of Decision 1405/QĐ-BTTTT: number | NAME WITHOUT MARKS | yyyy-mm-dd | 0 or 1 | QID | more.
 * Anybody can make one; by default it masks the number and parts of the birth date.
 */
export function readPersonalCode(fields: readonly string[]): IdentityPaper | undefined {
  const [number = '', name = '', birth = '', declared = '', qid] = fields
  const isCode = NUMBER.test(number) && DATE.test(birth) && DECLARED.test(declared) && qid !== undefined
  if (!isCode || fields.length > 6 || name === '' || /[\d<]/.test(name)) return undefined
  return { kind: 'mic-personal', name, birthDate: readIsoDate(birth) }
}
