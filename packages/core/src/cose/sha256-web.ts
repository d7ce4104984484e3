import { sha256 as digest } from '@noble/hashes/sha2.js'

const utf8 = new TextEncoder()

/**
 * The first bytes, all 32 unless told, of SHA-256 (FIPS 180-4); of a text, that of its UTF-8. WebCrypto would make
 * a promise of every look-up.
 */
export function sha256(input: Uint8Array | string, bytes: number = 32): Uint8Array {
  return digest(typeof input === 'string' ? utf8.encode(input) : input).subarray(0, bytes)
}
