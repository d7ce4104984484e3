import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { readKeyFiles } from '../../src/keys/key-files.ts'
import { bitString, integer, nothing, oid, sequence, unsigned } from './x509-der.ts'
import { type CurveName, publicPoint } from './x509-ecdsa.ts'

/** A key that certificates of the vectors hold, or are signed with. */
export interface X509Key {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** Absent for a key of which there is only the public half. */
  readonly secret?: EcSecret | KeyObject
}

export interface EcSecret {
  readonly curve: CurveName
  readonly scalar: Uint8Array
}

const folder = fileURLToPath(new URL('../../../../keys-sample/', import.meta.url))
const curveOids = { 'P-256': '1.2.840.10045.3.1.7', 'P-384': '1.3.132.0.34', 'P-521': '1.3.132.0.35' } as const

/** A key of keys-sample. */
export function sampleX509Key(name: string): X509Key {
  const secret = createPrivateKey(readKeyFiles(`${folder}${name}`).privateKey)
  const spki = new Uint8Array(createPublicKey(secret).export({ format: 'der', type: 'spki' }))
  if (secret.asymmetricKeyType === 'rsa') return { spki, secret }
  const scalar = new Uint8Array(Buffer.from(secret.export({ format: 'jwk' }).d ?? '', 'base64url'))
  return { spki, secret: { curve: 'P-256', scalar } }
}

/** A key on a curve, made of one byte: it protects even less than a sample key. */
export function curveKey(curve: CurveName, seed: number): X509Key {
  const scalar = new Uint8Array(32).fill(seed)
  return { spki: ecSpki(oid(curveOids[curve]), publicPoint(curve, scalar)), secret: { curve, scalar } }
}

/** Any bytes in place of a point, and any parameters in place of a curve. */
export function ecSpki(parameters: Uint8Array, point: Uint8Array): Uint8Array {
  return sequence(sequence(oid('1.2.840.10045.2.1'), parameters), bitString(point))
}

/** The public half of an RSA key that nobody has: an odd modulus of so many bits. */
export function rsaKey(bits: number, exponent: readonly number[] = [1, 0, 1]): X509Key {
  const modulus = Uint8Array.from({ length: bits / 8 }, (_, index) => (index * 37 + 0x81) | 1)
  const key = sequence(unsigned(modulus), integer(...exponent))
  return { spki: sequence(sequence(oid('1.2.840.113549.1.1.1'), nothing), bitString(key)) }
}
