import { sha256 as digest } from '@noble/hashes/sha2.js'

/** SHA-256 (FIPS 180-4), 32 bytes. WebCrypto's own would make a promise of every look-up. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return digest(bytes)
}
