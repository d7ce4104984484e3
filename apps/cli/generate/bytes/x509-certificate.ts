import { createHash } from 'node:crypto'
import { bitString, boolean, der, integer, octetString, oid, sequence } from './x509-der.ts'
import type { X509Key } from './x509-keys.ts'
import type { Scheme } from './x509-schemes.ts'

/** Every part of a certificate. Parts are DER; what is undefined is left out. */
export interface CertificatePlan {
  readonly version: Uint8Array | undefined
  readonly serial: Uint8Array
  /** AlgorithmIdentifier inside, where it is not the one of the scheme. */
  readonly inside?: Uint8Array
  readonly issuer: Uint8Array
  readonly notBefore: Uint8Array
  readonly notAfter: Uint8Array
  readonly subject: Uint8Array
  /** Whose certificate it is. */
  readonly key: X509Key
  /** Unique identifiers, or anything else that stands before the extensions. */
  readonly unique?: readonly Uint8Array[]
  readonly extensions: Readonly<Record<string, Uint8Array | undefined>>
  readonly signer: X509Key
  readonly scheme: Scheme
  /** Changes the signature after it was made. */
  readonly spoil?: (signature: Uint8Array) => Uint8Array
  /** Changes the finished certificate. */
  readonly wrap?: (certificate: Uint8Array) => Uint8Array
}

export function makeCertificate(plan: CertificatePlan): Uint8Array {
  const { scheme, spoil = same, wrap = same } = plan
  const signed = signedPart(plan)
  const signature = spoil(scheme.sign(plan.signer, signed))
  return wrap(sequence(signed, scheme.algorithm, bitString(signature)))
}

function signedPart(plan: CertificatePlan): Uint8Array {
  const extensions = Object.values(plan.extensions).filter((extension) => extension !== undefined)
  return sequence(
    plan.version ?? [],
    plan.serial,
    plan.inside ?? plan.scheme.algorithm,
    plan.issuer,
    sequence(plan.notBefore, plan.notAfter),
    plan.subject,
    plan.key.spki,
    ...(plan.unique ?? []),
    extensions.length > 0 ? der(0xa3, sequence(...extensions)) : [],
  )
}

export const version3: Uint8Array = der(0xa0, integer(2))

/** An extension by its number below 2.5.29, or by its whole object identifier. */
export function extension(id: number | string, value: Uint8Array, critical = false): Uint8Array {
  const identifier = oid(typeof id === 'number' ? `2.5.29.${id}` : id)
  return sequence(identifier, critical ? boolean(0xff) : [], octetString(value))
}

/** Tells one key from another in 20 bytes; how it is made is the issuer's affair (RFC 5280 §4.2.1.2). */
export function keyId({ spki }: X509Key): Uint8Array {
  return new Uint8Array(createHash('sha256').update(spki).digest().subarray(0, 20))
}

function same(bytes: Uint8Array): Uint8Array {
  return bytes
}
