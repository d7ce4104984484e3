import { HASH_BYTES, sha256 } from './hash.ts'

/** Of each entry's salt: without it nobody can try whether a certificate he guesses is in the log. */
export const SALT_BYTES = 16

const VERSION = 1
const KID_BYTES = 8

/** Every entry is as long. */
export const ENTRY_BYTES: number = 1 + KID_BYTES + HASH_BYTES

/**
 * What the log says about one certificate, nothing of it personal: version 0x01, the 8 bytes of the signer's kid,
 * SHA-256(salt ‖ COSE_Sign1 message).
 */
export function logEntry(kid: Uint8Array, salt: Uint8Array, cose: Uint8Array): Uint8Array {
  if (kid.length !== KID_BYTES) throw new TypeError('kid: not 8 bytes')
  if (salt.length !== SALT_BYTES) throw new TypeError('salt: not 16 bytes')
  const salted = new Uint8Array(SALT_BYTES + cose.length)
  salted.set(salt)
  salted.set(cose, SALT_BYTES)
  const entry = new Uint8Array(ENTRY_BYTES)
  entry[0] = VERSION
  entry.set(kid, 1)
  entry.set(sha256(salted), 1 + KID_BYTES)
  return entry
}

/** Whether bytes have the form of an entry. */
export function isLogEntry(bytes: Uint8Array): boolean {
  return bytes.length === ENTRY_BYTES && bytes[0] === VERSION
}
