import { type AsymmetricKeyDetails, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { type Bag, isBag } from '../check-result.ts'

/** The public key of a group. */
export interface GroupKey {
  /** SubjectPublicKeyInfo, DER: as the file has it, where the file has it. */
  readonly spki: Uint8Array
  /** OpenSSL's word on the key, so that our own reading is not its own witness. */
  readonly details: AsymmetricKeyDetails
}

/**
 * The key of a group in whichever form its release of the schema wrote it, the nearest to a document signer's first;
 * undefined when there is none that OpenSSL can read.
 */
export function readGroupKey(group: Bag): GroupKey | undefined {
  for (const read of forms) {
    const key = read(group)
    if (key !== undefined) return key
  }
  return undefined
}

type Form = (group: Bag) => GroupKey | undefined

/** DER of SubjectPublicKeyInfo, PEM, JWK, DER of RSAPublicKey, and the bare numbers; first as v1 names it, then as v0. */
const forms: readonly Form[] = [
  ({ publicKeyDer, keyDer }) => firstOf([publicKeyDer, keyDer], spkiKey),
  ({ publicKeyPem, keyPem }) => firstOf([publicKeyPem, keyPem], pemKey),
  ({ publicKeyJwk, keyJwk, jwk }) => firstOf([publicKeyJwk, keyJwk, jwk], jwkKey),
  ({ publicKeyAsn, keyAsn }) => firstOf([publicKeyAsn, keyAsn], pkcs1Key),
  ({ publicKey, key, n, e }) => firstOf([publicKey, key, { modulus: n, publicExponent: e }], bareKey),
]

function firstOf(values: readonly unknown[], read: (value: unknown) => GroupKey | undefined): GroupKey | undefined {
  for (const value of values) {
    const key = read(value)
    if (key !== undefined) return key
  }
  return undefined
}

function spkiKey(value: unknown): GroupKey | undefined {
  const bytes = hexBytes(value)
  const key = bytes && opened(() => createPublicKey({ key: bytes, format: 'der', type: 'spki' }))
  return key && bytes && { ...key, spki: new Uint8Array(bytes) }
}

function pemKey(value: unknown): GroupKey | undefined {
  return typeof value === 'string' ? opened(() => createPublicKey({ key: value, format: 'pem' })) : undefined
}

function jwkKey(value: unknown): GroupKey | undefined {
  return isBag(value) ? opened(() => createPublicKey({ key: value as JsonWebKey, format: 'jwk' })) : undefined
}

function pkcs1Key(value: unknown): GroupKey | undefined {
  const bytes = hexBytes(value)
  return bytes && opened(() => createPublicKey({ key: bytes, format: 'der', type: 'pkcs1' }))
}

const curves: Readonly<Record<string, string>> = {
  ...{ secp256r1: 'P-256', secp384r1: 'P-384', secp521r1: 'P-521', secp256k1: 'secp256k1' },
}

/** Modulus and exponent, or curve and uncompressed point (SEC 1 §2.3.3), in hex. */
function bareKey(value: unknown): GroupKey | undefined {
  if (!isBag(value)) return undefined
  const [n, e] = [hexBytes(value.modulus), hexBytes(value.publicExponent)]
  if (n && e) return jwkKey({ kty: 'RSA', n: unsigned(n), e: unsigned(e) })
  const [point, crv] = [hexBytes(value.uncompressed), curves[String(value.curve)]]
  if (point?.[0] !== 4 || crv === undefined) return undefined
  const half = (point.length + 1) / 2
  const [x, y] = [point.subarray(1, half), point.subarray(half)]
  return jwkKey({ kty: 'EC', crv, x: x.toString('base64url'), y: y.toString('base64url') })
}

function unsigned(bytes: Buffer): string {
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0)).toString('base64url')
}

function hexBytes(value: unknown): Buffer | undefined {
  if (typeof value !== 'string' || value === '' || value.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(value))
    return undefined
  return Buffer.from(value, 'hex')
}

function opened(open: () => KeyObject): GroupKey | undefined {
  try {
    const key = open()
    const spki = new Uint8Array(key.export({ format: 'der', type: 'spki' }))
    const { asymmetricKeyDetails: details = {} } = key
    return details.modulusLength === 0 ? undefined : { spki, details }
  } catch {
    return undefined
  }
}
