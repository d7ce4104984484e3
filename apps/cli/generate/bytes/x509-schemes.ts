import { type KeyObject, sign } from 'node:crypto'
import { type PssOptions, signPss } from './pss.ts'
import { der, integer, nothing, oid, sequence } from './x509-der.ts'
import { signEcdsa } from './x509-ecdsa.ts'
import type { X509Key } from './x509-keys.ts'

/** A way to sign a certificate. */
export interface Scheme {
  /** AlgorithmIdentifier, DER. */
  readonly algorithm: Uint8Array
  sign(key: X509Key, message: Uint8Array): Uint8Array
}

const hashOids = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const

export type HashName = keyof typeof hashOids

const ecdsaOids: Readonly<Record<HashName, string>> = {
  sha1: '1.2.840.10045.4.1',
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
}

const pkcs1Oids: Readonly<Record<HashName | 'md5', string>> = {
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
}

export function ecdsa(hash: HashName): Scheme {
  return { algorithm: sequence(oid(ecdsaOids[hash])), sign: (key, message) => ecdsaSignature(key, hash, message) }
}

export function pkcs1(hash: HashName | 'md5'): Scheme {
  return {
    algorithm: sequence(oid(pkcs1Oids[hash]), nothing),
    sign: (key, message) => new Uint8Array(sign(hash, message, key.secret as KeyObject)),
  }
}

/** RSASSA-PSS that is signed as `made` says and declares `said`; both the same unless something is wrong. */
export function pss(made: PssOptions, said: PssParameters = {}): Scheme {
  const { hash = made.hash ?? 'sha256', mask = made.mgfHash ?? 'sha256', saltLength = made.salt.length } = said
  const fields = sequence(
    der(0xa0, sequence(oid(hashOids[hash]), nothing)),
    der(0xa1, sequence(oid('1.2.840.113549.1.1.8'), sequence(oid(hashOids[mask]), nothing))),
    der(0xa2, integer(saltLength)),
  )
  return {
    algorithm: sequence(oid('1.2.840.113549.1.1.10'), fields),
    sign: (key, message) => signPss(key.secret as KeyObject, message, made),
  }
}

export interface PssParameters {
  readonly hash?: HashName
  readonly mask?: HashName
  readonly saltLength?: number
}

/** The scheme under another name. */
export function namedAs(algorithm: Uint8Array, scheme: Scheme): Scheme {
  return { ...scheme, algorithm }
}

function ecdsaSignature({ secret }: X509Key, hash: HashName, message: Uint8Array): Uint8Array {
  if (secret === undefined || !('curve' in secret)) throw new TypeError('not a key for ECDSA')
  return signEcdsa(secret.curve, secret.scalar, hash, message)
}
