import { createHash, createHmac } from 'node:crypto'
import { type ConfirmableDose, canonicalDose } from './confirmed-fields.ts'

/** Of the salt of a batch. */
export const SALT_BYTES = 32

/**
 * Digest of one dose: HMAC-SHA-256 of its canonical text under the salt of its batch. Without salt, whoever sees a digest
 * tries names, days and numbers until one fits; with it, digests may be archived where doses may not be seen. The salt
 * stays with the confirmation, among those who hold the doses anyway.
 */
export function doseDigest(dose: ConfirmableDose, salt: Uint8Array): string {
  return createHmac('sha256', salt).update(canonicalDose(dose)).digest('base64')
}

/**
 * Digest of a batch in hex: SHA-256 over the doses' identifiers and digests in the order in which they stand. The list of
 * them is kept with the signature, so a tree would save nothing: each dose is held against its own digest.
 */
export function batchDigest(doses: readonly (readonly [id: string, digest: string])[]): string {
  return createHash('sha256')
    .update(JSON.stringify(['vaxcert-confirmed-doses', 1, doses]))
    .digest('hex')
}
