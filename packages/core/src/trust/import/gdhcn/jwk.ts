import { derBits, derContent, derElements, derTag, derTagged } from '../../../cose/der.ts'
import { sameBytes } from '../../../cose/same-bytes.ts'
import { readBase64 } from '../../base64.ts'
import { type EcIssuerKey, readIssuerKey } from '../../chain/issuer-key.ts'
import type { Jwk } from './verification-method.ts'

/** The numbers of a public key, big-endian: what a JWK says in base64url (RFC 7518 §6.2.1, §6.3.1). */
export type KeyNumbers =
  | { readonly kty: 'EC'; readonly crv: string; readonly x: Uint8Array; readonly y: Uint8Array }
  | { readonly kty: 'RSA'; readonly n: Uint8Array; readonly e: Uint8Array }

/**
 * Numbers of a SubjectPublicKeyInfo, DER: coordinates as long as their curve demands, RSA without leading zeros.
 * @throws Fault `cose.algorithm` for a key that may sign neither certificates nor lists
 */
export function keyNumbers(spki: Uint8Array): KeyNumbers {
  const key = readIssuerKey(spki)
  const [, bits] = derElements(derContent(key.spki, derTag.sequence))
  if (key.type === 'EC') return ecNumbers(key, derBits(bits))
  const [n, e] = derElements(derContent(derBits(bits), derTag.sequence))
  return { kty: 'RSA', n: magnitude(derTagged(n, derTag.integer)), e: magnitude(derTagged(e, derTag.integer)) }
}

function ecNumbers({ curve, bytes }: EcIssuerKey, point: Uint8Array): KeyNumbers {
  return { kty: 'EC', crv: curve, x: point.slice(1, 1 + bytes), y: point.slice(1 + bytes) }
}

/**
 * Whether a JWK states the same numbers as a SubjectPublicKeyInfo. WHO's JWKs pass through a type of signed
 * numbers: a coordinate may have a zero too many in front, or its own leading zeros too few.
 * @throws Fault `cose.algorithm` for a key of an unknown kind
 */
export function isSameKey(jwk: Jwk, spki: Uint8Array): boolean {
  const key = keyNumbers(spki)
  if (jwk.kty === 'EC') return key.kty === 'EC' && jwk.crv === key.crv && isSame(jwk.x, key.x) && isSame(jwk.y, key.y)
  return key.kty === 'RSA' && isSame(jwk.n, key.n) && isSame(jwk.e, key.e)
}

function isSame(text: string, bytes: Uint8Array): boolean {
  const given = readAnyBase64(text)
  return given !== undefined && sameBytes(magnitude(given), magnitude(bytes))
}

/** Both alphabets (RFC 4648 §4, §5), padded or not: the lists hold all four. */
function readAnyBase64(text: string): Uint8Array | undefined {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '')
  return readBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='))
}

function magnitude(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0)
  return start < 0 ? bytes.subarray(bytes.length) : bytes.subarray(start)
}
