import { bytesToHex } from '@noble/hashes/utils.js'
import { type DerElement, derBits, derContent, derElements, derTag, derTagged } from '../../cose/der.ts'
import { readRsaPublicKey, rsaSpki } from '../../cose/keys.ts'
import { Fault } from '../../fault.ts'
import { type PssParameters, readPssParameters } from '../pss-parameters.ts'
import { type Curve, namedCurves } from './curves.ts'

/** The public key of one who signs certificates or lists: more kinds than may sign a health certificate. */
export type IssuerKey = EcIssuerKey | RsaIssuerKey

/** A point on a named curve. */
export interface EcIssuerKey {
  readonly type: 'EC'
  readonly curve: Curve
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** Length of a coordinate, and of each half of a signature. */
  readonly bytes: number
}

/** An RSA key, and which signatures it may make. */
export interface RsaIssuerKey {
  readonly type: 'RSA'
  readonly bits: number
  /** SubjectPublicKeyInfo with rsaEncryption, DER, whatever the certificate called the key. */
  readonly spki: Uint8Array
  /** Set where the key is marked id-RSASSA-PSS: 'any' hash and salt, or no others than these (RFC 4055 §1.2). */
  readonly pssOnly?: 'any' | PssParameters
}

/** Sizes of an issuer's RSA modulus in bits. Browsers import nothing beyond. */
const ISSUER_RSA_BITS: { readonly min: number; readonly max: number } = { min: 2048, max: 8192 }

/** An RSA-8192 key has 1062 bytes. */
const MAX_KEY_BYTES = 4096

const ecPublicKey = '2a8648ce3d0201'
const rsaEncryption = '2a864886f70d010101'
const rsassaPss = '2a864886f70d01010a'

/**
 * Reads a SubjectPublicKeyInfo, DER: an uncompressed point on a named curve, or RSA of 2048 to 8192 bits.
 * That the point lies on its curve is left to WebCrypto, which checks it when it imports the key.
 * @throws Fault `cose.algorithm` for every other key, one with curve parameters of its own among them
 */
export function readIssuerKey(spki: Uint8Array): IssuerKey {
  if (spki.length > MAX_KEY_BYTES) throw refused('key size')
  const [algorithm, bits, ...rest] = derElements(derContent(spki, derTag.sequence))
  const [identifier, parameters, ...more] = derElements(derTagged(algorithm, derTag.sequence))
  if (rest.length + more.length > 0) throw refused('key structure')
  const oid = bytesToHex(derTagged(identifier, derTag.objectIdentifier))
  if (oid === ecPublicKey) return readEc(spki, parameters, derBits(bits))
  if (oid === rsassaPss)
    return { ...readRsa(derBits(bits)), pssOnly: parameters ? readPssParameters(parameters) : 'any' }
  if (oid !== rsaEncryption) throw refused('key type')
  if (parameters !== undefined && derTagged(parameters, derTag.null).length > 0) throw refused('key structure')
  return readRsa(derBits(bits))
}

function readEc(spki: Uint8Array, parameters: DerElement | undefined, point: Uint8Array): EcIssuerKey {
  const id = bytesToHex(derTagged(parameters, derTag.objectIdentifier))
  const named = namedCurves.find(({ oid }) => oid === id)
  if (named === undefined) throw refused('curve')
  const { name: curve, bytes } = named
  if (point.length !== 1 + 2 * bytes || point[0] !== 4) throw refused('point')
  return { type: 'EC', curve, bytes, spki }
}

function readRsa(key: Uint8Array): RsaIssuerKey {
  return { type: 'RSA', bits: readRsaPublicKey(key, ISSUER_RSA_BITS).modulusBits, spki: rsaSpki(key) }
}

function refused(detail: string): Fault<'cose.algorithm'> {
  return new Fault('cose.algorithm', detail)
}
