import { derBits, derContent, derElements, derTag, derTagged, writeDer } from '../../cose/der.ts'
import { rsaSpki } from '../../cose/keys.ts'
import { Fault } from '../../fault.ts'
import { readBase64 } from '../base64.ts'
import { readCertificate } from './certificate.ts'

/** The key that the caller trusts to sign a foreign list, whatever the list says. */
export interface PinnedKey {
  /** SubjectPublicKeyInfo, DER: P-256, P-384, P-521 or RSA. */
  readonly spki: Uint8Array
  /** DER, where a certificate was pinned. */
  readonly certificate?: Uint8Array
}

/** No honest key or certificate comes near. */
const MAX_BYTES = 16_384

/** Contents of object identifiers (RFC 5480 §2.1.1.1). */
const ecPublicKey = Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01)

const curves: ReadonlyMap<unknown, { readonly oid: Uint8Array; readonly bytes: number }> = new Map([
  ['P-256', { oid: Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07), bytes: 32 }],
  ['P-384', { oid: Uint8Array.of(0x2b, 0x81, 0x04, 0x00, 0x22), bytes: 48 }],
  ['P-521', { oid: Uint8Array.of(0x2b, 0x81, 0x04, 0x00, 0x23), bytes: 66 }],
])

/**
 * Reads a public key as JWK (JSON), a PEM public key or a PEM certificate. Private keys are refused: they
 * have no business here.
 * @throws Fault `source.key`
 */
export function readPinnedKey(bytes: Uint8Array): PinnedKey {
  if (bytes.length > MAX_BYTES) throw refused('pinned key is too large')
  const text = new TextDecoder().decode(bytes).trim()
  try {
    if (text.startsWith('{')) return { spki: spkiOfJwk(JSON.parse(text)) }
    return ofPem(text)
  } catch (error) {
    throw error instanceof Fault && error.code === 'source.key' ? error : refused('pinned key cannot be read')
  }
}

function ofPem(text: string): PinnedKey {
  const [, label, body = ''] = /^-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----$/.exec(text) ?? []
  const der = readBase64(body.replace(/\s+/g, ''))
  if (der === undefined) throw refused('pinned key is neither JWK nor PEM')
  if (label === 'PUBLIC KEY') return { spki: checkedSpki(der) }
  if (label !== 'CERTIFICATE') throw refused('pinned key is not a public key or certificate')
  return { spki: checkedSpki(readCertificate(der).spki), certificate: der }
}

/** Only its frame: whether the key can verify anything is seen when it has to. */
function checkedSpki(spki: Uint8Array): Uint8Array {
  const [algorithm, bits, ...rest] = derElements(derContent(spki, derTag.sequence))
  derTagged(algorithm, derTag.sequence)
  if (derBits(bits).length === 0 || rest.length > 0) throw refused('pinned key structure')
  return spki.slice()
}

/**
 * SubjectPublicKeyInfo of a public JWK (RFC 7518 §6.2.1, §6.3.1).
 * @throws Fault `source.key` for other kinds of key, coordinates of the wrong length, and private keys
 */
export function spkiOfJwk(jwk: unknown): Uint8Array {
  if (typeof jwk !== 'object' || jwk === null) throw refused('JWK')
  const { kty, crv, x, y, n, e, d } = jwk as Readonly<Record<string, unknown>>
  if (d !== undefined) throw refused('a private key')
  if (kty === 'RSA') return rsaSpki(writeDer(derTag.sequence, unsigned(base64Url(n)), unsigned(base64Url(e))))
  const curve = curves.get(crv)
  if (kty !== 'EC' || curve === undefined) throw refused('JWK key type or curve')
  const [left, right] = [base64Url(x), base64Url(y)]
  if (left.length !== curve.bytes || right.length !== curve.bytes) throw refused('JWK coordinates')
  const oids = [ecPublicKey, curve.oid].map((oid) => writeDer(derTag.objectIdentifier, oid))
  const point = writeDer(derTag.bitString, Uint8Array.of(0, 4), left, right)
  return writeDer(derTag.sequence, writeDer(derTag.sequence, ...oids), point)
}

/** A DER INTEGER of these big-endian bytes (X.690 §8.3). */
function unsigned(magnitude: Uint8Array): Uint8Array {
  const start = magnitude.findIndex((byte) => byte !== 0)
  const digits = magnitude.subarray(start < 0 ? magnitude.length : start)
  const sign = (digits[0] ?? 0) < 0x80 && digits.length > 0 ? [] : [0]
  return writeDer(derTag.integer, Uint8Array.from(sign), digits)
}

function base64Url(value: unknown): Uint8Array {
  const text = typeof value === 'string' && value.length <= MAX_BYTES ? value : '!'
  const bytes = readBase64Url(text)
  if (bytes === undefined) throw refused('JWK member')
  return bytes
}

/** Bytes of base64url without padding (RFC 7515 §2), or undefined for any other text. */
export function readBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  return readBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='))
}

function refused(detail: string): Fault<'source.key'> {
  return new Fault('source.key', detail)
}
