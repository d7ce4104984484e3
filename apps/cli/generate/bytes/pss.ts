import { constants, createHash, type KeyObject, privateEncrypt } from 'node:crypto'
import { joinBytes } from './hex.ts'

/** How the padding is made. PS256 wants SHA-256 twice and a salt of 32 bytes; everything else makes a bad signature. */
export interface PssOptions {
  readonly salt: Uint8Array
  readonly hash?: 'sha256' | 'sha384'
  readonly mgfHash?: 'sha1' | 'sha256'
}

/**
 * RSASSA-PSS with a given salt in place of a random one, so that a vector can be made again byte for byte. For vectors
 * only: the same salt twice is no danger to an RSA key, but nobody else does so.
 */
export function signPss(key: KeyObject, message: Uint8Array, options: PssOptions): Uint8Array {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(message, bits - 1, options))
}

/** EMSA-PSS-ENCODE (RFC 8017 §9.1.1); the key has a whole number of bytes. */
function encodePss(
  message: Uint8Array,
  bits: number,
  { salt, hash = 'sha256', mgfHash = 'sha256' }: PssOptions,
): Uint8Array {
  const length = Math.ceil(bits / 8)
  const digest = hashOf(hash, new Uint8Array(8), hashOf(hash, message), salt)
  const zeros = new Uint8Array(length - salt.length - digest.length - 2)
  const block = joinBytes(zeros, [1], salt)
  const mask = maskOf(mgfHash, digest, block.length)
  const masked = block.map((byte, index) => byte ^ (mask[index] ?? 0))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  return joinBytes(masked, digest, [0xbc])
}

/** MGF1 (RFC 8017 §B.2.1). */
function maskOf(hash: string, seed: Uint8Array, length: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(length / 20) }, (_, counter) => hashOf(hash, seed, [0, 0, 0, counter]))
  return joinBytes(...blocks).subarray(0, length)
}

function hashOf(name: string, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return createHash(name)
    .update(joinBytes(...parts))
    .digest()
}
