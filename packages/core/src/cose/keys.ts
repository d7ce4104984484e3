import { Fault } from '../fault.ts'
import { type DerElement, derBits, derContent, derElements, derTag, derTagged, writeDer } from './der.ts'
import { isScalar, isUncompressedPoint } from './p256.ts'
import { sameBytes } from './same-bytes.ts'

/** A public key read and pinned to the one algorithm it may verify. The bytes are copies. */
export type PublicKey = EcPublicKey | RsaPublicKey

export interface EcPublicKey {
  readonly algorithm: 'ES256'
  readonly keyType: 'EC'
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** Uncompressed point on P-256: 04, x, y; 65 bytes. */
  readonly point: Uint8Array
}

export interface RsaPublicKey {
  readonly algorithm: 'PS256'
  readonly keyType: 'RSA'
  /** SubjectPublicKeyInfo with rsaEncryption, DER. */
  readonly spki: Uint8Array
  /** Big-endian, without a leading zero. */
  readonly modulus: Uint8Array
  /** Big-endian, without a leading zero. */
  readonly exponent: Uint8Array
  readonly modulusBits: number
}

/** Sizes of an RSA modulus in bits. hcert §3.3.2 names 2048; smaller is broken, larger only burns time. */
export const RSA_MODULUS_BITS: { readonly min: number; readonly max: number } = { min: 2048, max: 4096 }

/** No honest key comes near; an RSA-4096 key is 550 bytes. */
const MAX_KEY_BYTES = 4096

const RSA_EXPONENT = { min: 65_537, maxBytes: 4 } as const

const ecPublicKey = Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01)
const prime256v1 = Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07)
const rsaEncryption = Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01)

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7), DER, and pins the key to its algorithm:
 * ES256 for P-256 with an uncompressed point on the curve (RFC 5480 §2), PS256 for rsaEncryption
 * (RFC 3279 §2.3.1) with an odd modulus of 2048 to 4096 bits and an odd exponent from 65537 to 2³² − 1.
 * Smaller exponents are refused since no issuer uses them, larger ones since browsers refuse them.
 * @throws Fault `cose.algorithm` for every other key
 */
export function readPublicKey(spki: Uint8Array): PublicKey {
  const [algorithm, bits, ...rest] = derElements(derContent(capped(spki), derTag.sequence))
  if (rest.length > 0) throw refused('key structure')
  const [identifier, parameters, ...more] = derElements(derTagged(algorithm, derTag.sequence))
  if (more.length > 0) throw refused('key structure')
  const oid = derTagged(identifier, derTag.objectIdentifier)
  const key = derBits(bits)
  if (sameBytes(oid, ecPublicKey)) {
    requireBytes(derTagged(parameters, derTag.objectIdentifier), prime256v1)
    return readPoint(key, spki)
  }
  requireBytes(oid, rsaEncryption)
  if (derTagged(parameters, derTag.null).length > 0) throw refused('key structure')
  return readRsa(key, spki)
}

/**
 * The private scalar of a P-256 key in PKCS#8 (RFC 5958, RFC 5915), DER: 32 bytes, a copy.
 * @throws Fault `cose.algorithm` for every other key
 */
export function readPrivateScalar(pkcs8: Uint8Array): Uint8Array {
  const [, algorithm, wrapped] = derElements(derContent(capped(pkcs8), derTag.sequence))
  const [oid, curve] = derElements(derTagged(algorithm, derTag.sequence))
  requireBytes(derTagged(oid, derTag.objectIdentifier), ecPublicKey)
  requireBytes(derTagged(curve, derTag.objectIdentifier), prime256v1)
  const [, secret] = derElements(derContent(derTagged(wrapped, derTag.octetString), derTag.sequence))
  const scalar = derTagged(secret, derTag.octetString)
  if (!isScalar(scalar)) throw refused('private key is not a P-256 scalar')
  return scalar.slice()
}

/** Writes an rsaEncryption SubjectPublicKeyInfo around an RSAPublicKey (RFC 8017 §A.1.1), DER. */
export function rsaSpki(rsaPublicKey: Uint8Array): Uint8Array {
  const identifier = writeDer(derTag.objectIdentifier, rsaEncryption)
  const algorithm = writeDer(derTag.sequence, identifier, writeDer(derTag.null))
  return writeDer(derTag.sequence, algorithm, writeDer(derTag.bitString, Uint8Array.of(0), rsaPublicKey))
}

/**
 * Reads an RSAPublicKey (RFC 8017 §A.1.1), DER: an odd modulus of so many bits, an odd exponent from 65537 to 2³² − 1.
 * @throws Fault `cose.algorithm` for every other key
 */
export function readRsaPublicKey(
  key: Uint8Array,
  bits: typeof RSA_MODULUS_BITS,
): Pick<RsaPublicKey, 'modulus' | 'exponent' | 'modulusBits'> {
  const [modulus, exponent, ...rest] = derElements(derContent(key, derTag.sequence)).map(positiveInteger)
  if (modulus === undefined || exponent === undefined || rest.length > 0) throw refused('key structure')
  const modulusBits = bitLength(modulus)
  if (modulusBits < bits.min || modulusBits > bits.max) throw refused('RSA modulus size')
  if (isEven(modulus) || isEven(exponent)) throw refused('RSA modulus or exponent is even')
  if (!exponentInRange(exponent)) throw refused('RSA exponent size')
  return { modulus, exponent, modulusBits }
}

function readPoint(point: Uint8Array, spki: Uint8Array): EcPublicKey {
  if (!isUncompressedPoint(point)) throw refused('not a point of P-256')
  return { algorithm: 'ES256', keyType: 'EC', spki: spki.slice(), point: point.slice() }
}

function readRsa(key: Uint8Array, spki: Uint8Array): RsaPublicKey {
  return { algorithm: 'PS256', keyType: 'RSA', spki: spki.slice(), ...readRsaPublicKey(key, RSA_MODULUS_BITS) }
}

/** Magnitude of a DER INTEGER that is greater than zero and minimal (X.690 §8.3.2), a copy. */
function positiveInteger(element: DerElement): Uint8Array {
  const content = derTagged(element, derTag.integer)
  const [first = 0x80, second = 0] = content
  if (first >= 0x80 || (first === 0 && second < 0x80)) throw refused('RSA integer')
  return content.slice(first === 0 ? 1 : 0)
}

function exponentInRange(exponent: Uint8Array): boolean {
  if (exponent.length > RSA_EXPONENT.maxBytes) return false
  return exponent.reduce((value, byte) => value * 256 + byte, 0) >= RSA_EXPONENT.min
}

function bitLength(magnitude: Uint8Array): number {
  return magnitude.length * 8 - (Math.clz32(magnitude[0] ?? 0) - 24)
}

function isEven(magnitude: Uint8Array): boolean {
  return ((magnitude.at(-1) ?? 0) & 1) === 0
}

function capped(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_KEY_BYTES) throw refused('key size')
  return bytes
}

function requireBytes(actual: Uint8Array, expected: Uint8Array): void {
  if (!sameBytes(actual, expected)) throw refused('key type or curve')
}

function refused(detail: string): Fault<'cose.algorithm'> {
  return new Fault('cose.algorithm', detail)
}
