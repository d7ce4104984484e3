import { readCardFields } from './card-fields.ts'
import { readPersonalCode } from './mic-personal.ts'
import { repairMisreadUtf8 } from './misread-utf8.ts'
import { type MrzPart, readMrz } from './mrz.ts'
import type { PartialDate } from './partial-date.ts'

/** What an identity paper says of its holder, as far as a certificate says it too. Lives until the result closes. */
export interface IdentityPaper {
  readonly kind: 'cccd' | 'can-cuoc' | 'mic-personal' | 'passport'
  /**
   * As the paper has it; from a machine readable zone with its `<`, of which one at the end says that nothing was
   * cut off. Empty when only the other line of a passport was typed.
   */
  readonly name: string
  readonly birthDate: PartialDate | undefined
}

/** Longest text looked at, in UTF-16 units: what one QR code can hold, misread as one character a byte. */
const MAX_LENGTH = 4296

/**
 * The code of an identity card, the personal code of Decision 1405/QĐ-BTTTT, the lines of a passport, or those on the
 * back of a Vietnamese card. Undefined when it is none, or when a check digit is wrong. Never throws.
 */
export function readPaper(text: string): IdentityPaper | undefined {
  if (text.length > MAX_LENGTH) return undefined
  if (!text.includes('|')) return readLines(text)
  const fields = repairMisreadUtf8(text).trim().split('|').map(tidied)
  return readCardFields(fields) ?? readPersonalCode(fields)
}

/** Which parts of typed lines do not agree with their check digits; none when they do, or when these are no lines. */
export function wrongCheckDigits(text: string): readonly MrzPart[] {
  return readMrz(text)?.wrong ?? []
}

function readLines(text: string): IdentityPaper | undefined {
  const reading = readMrz(text)
  if (reading === undefined || reading.wrong.length > 0) return undefined
  const { format, name, birthDate } = reading
  return { kind: format === 'td3' ? 'passport' : 'cccd', name, birthDate }
}

function tidied(field: string): string {
  return repairMisreadUtf8(field.trim()).normalize('NFC')
}
