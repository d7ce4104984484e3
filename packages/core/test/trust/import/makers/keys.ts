import { p256 } from '@noble/curves/nist.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** An invented P-256 key. The same label gives the same key, and the same bytes the same signature (RFC 6979). */
export interface MadeKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** Coordinates of the point, 32 bytes each. */
  readonly x: Uint8Array
  readonly y: Uint8Array
  /** Signs over SHA-256: r‖s, or DER as X.509 and CMS have it. */
  sign(bytes: Uint8Array): Uint8Array
  signDer(bytes: Uint8Array): Uint8Array
}

/** SubjectPublicKeyInfo of P-256 up to the point (RFC 5480 §2). */
const SPKI_HEAD = '3059301306072a8648ce3d020106082a8648ce3d030107034200'

export function makeKey(label: string): MadeKey {
  const secret = sha256(utf8ToBytes(`SAMPLE ${label}`))
  const point = p256.getPublicKey(secret, false)
  const options = { lowS: false, prehash: true } as const
  return {
    spki: concatBytes(hexToBytes(SPKI_HEAD), point),
    x: point.slice(1, 33),
    y: point.slice(33),
    sign: (bytes) => p256.sign(bytes, secret, { ...options, format: 'compact' }),
    signDer: (bytes) => p256.sign(bytes, secret, { ...options, format: 'der' }),
  }
}
