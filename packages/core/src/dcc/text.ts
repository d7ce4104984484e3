import { Fault } from '../fault.ts'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { deflateForNow } from './deflate.ts'
import { inflate } from './zlib.ts'

/** Context identifier (hcert §4.2.2): exact, case-sensitive, nothing before it. */
export const PREFIX = 'HC1:'

/** The longest text one QR code can hold: version 40, level L, alphanumeric (ISO/IEC 18004 table 7). */
export const MAX_TEXT_LENGTH = 4296

/**
 * The base45 part of an HC1 text.
 * @throws Fault `text.too-large`, `text.prefix`
 */
export function removePrefix(text: string): string {
  if (text.length > MAX_TEXT_LENGTH) throw new Fault('text.too-large', 'longer than a QR code can be')
  if (!text.startsWith(PREFIX)) throw new Fault('text.prefix', 'does not begin with HC1:')
  return text.slice(PREFIX.length)
}

/**
 * HC1 text to COSE bytes, with what lies between (hcert §4).
 * @throws Fault `text.too-large`, `text.prefix`, `text.base45`, `text.zlib`
 */
export function readText(text: string): { compressed: Uint8Array; cose: Uint8Array } {
  const compressed = decodeBase45(removePrefix(text))
  return { compressed, cose: inflate(compressed) }
}

/** COSE bytes to HC1 text (hcert §4). */
export function writeText(cose: Uint8Array): string {
  return PREFIX + encodeBase45(deflateForNow(cose))
}
