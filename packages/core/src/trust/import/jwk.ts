import { hexToBytes } from '@noble/hashes/utils.js'
import { derTag, writeDer, writeDerInteger } from '../../cose/der.ts'
import { rsaSpki } from '../../cose/keys.ts'
import { Fault } from '../../fault.ts'
import { readBase64Url } from '../base64.ts'
import { namedCurves } from '../chain/curves.ts'

/** Content of the object identifier id-ecPublicKey, hex (RFC 5480 §2.1.1). */
const ecPublicKey = '2a8648ce3d0201'

/** An RSA modulus of 8192 bits in base64url. */
const MAX_MEMBER = 1366

/**
 * SubjectPublicKeyInfo of a public JWK (RFC 7518 §6.2.1, §6.3.1), DER.
 * @throws Fault `source.key` for other kinds of key, coordinates of the wrong length, and private keys
 */
export function spkiOfJwk(jwk: unknown): Uint8Array {
  if (typeof jwk !== 'object' || jwk === null) throw refused('JWK')
  const { kty, crv, x, y, n, e, d } = jwk as Readonly<Record<string, unknown>>
  if (d !== undefined) throw refused('a private key')
  if (kty === 'RSA') return spkiOfRsa(bytesIn(n), bytesIn(e))
  if (kty !== 'EC') throw refused('JWK key type')
  return spkiOfPoint(crv, bytesIn(x), bytesIn(y))
}

/**
 * SubjectPublicKeyInfo of a point on a named curve, DER. Whether it lies there is not checked.
 * @throws Fault `source.key`
 */
export function spkiOfPoint(curve: unknown, x: Uint8Array, y: Uint8Array): Uint8Array {
  const { oid, bytes } = namedCurves.find(({ name }) => name === curve) ?? {}
  if (oid === undefined || x.length !== bytes || y.length !== bytes) throw refused('curve or coordinates')
  const algorithm = [ecPublicKey, oid].map((id) => writeDer(derTag.objectIdentifier, hexToBytes(id)))
  return writeDer(
    derTag.sequence,
    writeDer(derTag.sequence, ...algorithm),
    writeDer(derTag.bitString, Uint8Array.of(0, 4), x, y),
  )
}

/** SubjectPublicKeyInfo of an RSA key, DER. Zeros in front of the numbers are passed over. */
export function spkiOfRsa(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  return rsaSpki(writeDer(derTag.sequence, writeDerInteger(modulus), writeDerInteger(exponent)))
}

function bytesIn(value: unknown): Uint8Array {
  const bytes = typeof value === 'string' && value.length <= MAX_MEMBER ? readBase64Url(value) : undefined
  if (bytes === undefined) throw refused('JWK member')
  return bytes
}

function refused(detail: string): Fault<'source.key'> {
  return new Fault('source.key', detail)
}
