import { type PublicKey, readPublicKey } from '../cose/keys.ts'
import type { Usage } from '../dcc/types.ts'
import { Fault } from '../fault.ts'
import { readBase64, writeBase64 } from './base64.ts'
import type { DocumentSigner } from './document-signer.ts'
import { demand, demandArray, demandRecord, demandText } from './list-shape.ts'
import { allUsages } from './usages.ts'

/** A DocumentSigner as JSON: bytes in base64, times as "2021-04-01T00:00:00Z". */
export interface DocumentSignerJson {
  readonly kid: string
  readonly spki: string
  readonly algorithm: string
  readonly country: string
  readonly usages: readonly string[]
  readonly notBefore: string
  readonly notAfter: string
}

const members = ['kid', 'spki', 'algorithm', 'country', 'usages', 'notBefore', 'notAfter'] as const

/** An RSA-4096 key takes 736 characters. */
const MAX_BASE64 = 1024

/** First and last second of the years 0000 to 9999. */
const FIRST_SECOND = -62_167_219_200
export const LAST_SECOND = 253_402_300_799

/** Whether these are whole seconds since 1970 of a year with four digits: what `writeSigner` can tell. */
export function isTellable(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds >= FIRST_SECOND && seconds <= LAST_SECOND
}

/** Writes a signer, whose times must be tellable; `readSigner` gives it back. */
export function writeSigner(signer: DocumentSigner): DocumentSignerJson {
  return {
    kid: writeBase64(signer.kid),
    spki: writeBase64(signer.spki),
    algorithm: signer.algorithm,
    country: signer.country,
    usages: [...signer.usages],
    notBefore: writeTime(signer.notBefore),
    notAfter: writeTime(signer.notAfter),
  }
}

/**
 * Reads what JSON.parse made of a signer. Every member must be there, of its form, and no other; the
 * algorithm must be the one of the key.
 * @throws Fault `list.shape`
 */
export function readSigner(json: unknown): DocumentSigner {
  const fields = demandRecord(json, members)
  const key = readKey(fields.spki)
  demand(fields.algorithm === key.algorithm, 'algorithm is not the one of the key')
  const [notBefore, notAfter] = [readTime(fields.notBefore), readTime(fields.notAfter)]
  demand(notBefore <= notAfter, 'validity ends before it begins')
  return {
    kid: readBytes(fields.kid),
    spki: key.spki,
    algorithm: key.algorithm,
    country: demandText(fields.country, /^[A-Z]{2}$/, 2),
    usages: readUsages(fields.usages),
    notBefore,
    notAfter,
  }
}

function readKey(value: unknown): PublicKey {
  const spki = readBytes(value)
  try {
    return readPublicKey(spki)
  } catch (error) {
    throw new Fault('list.shape', 'public key is not one we accept', { cause: error })
  }
}

function readBytes(value: unknown): Uint8Array {
  const bytes = readBase64(demandText(value, /./, MAX_BASE64))
  demand(bytes !== undefined, 'not base64')
  return bytes
}

/** Given back in our order, so that equal signers are written alike. */
function readUsages(value: unknown): readonly Usage[] {
  const names = demandArray(value, allUsages.length)
  const usages = allUsages.filter((usage) => names.includes(usage))
  demand(usages.length === names.length, 'usages')
  return usages
}

function writeTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
}

/** Whole seconds; refuses a day that the calendar does not have. */
function readTime(value: unknown): number {
  const text = demandText(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 20)
  const seconds = Date.parse(text) / 1000
  demand(Number.isFinite(seconds), 'no such time')
  demand(writeTime(seconds) === text, 'no such time')
  return seconds
}
