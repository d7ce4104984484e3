import { type CertificatePlan, extension, keyId, makeCertificate, version3 } from './bytes/x509-certificate.ts'
import { bitString, boolean, der, integer, octetString, sequence, utcTime } from './bytes/x509-der.ts'
import { sampleX509Key, type X509Key } from './bytes/x509-keys.ts'
import { cscaName, dscName } from './bytes/x509-names.ts'
import { ecdsa } from './bytes/x509-schemes.ts'
import type { ChainExpectation, Heading, Vector } from './vector.ts'
import { CLOCK } from './verify-case.ts'

/** A document signer certificate, its CSCA, what is special in them, and what must be said. All else is as it should be. */
export interface ChainCase extends Heading {
  readonly csca?: Change
  readonly dsc?: Change
  /** The moment of the check, UTC. */
  readonly clock?: string
  /** When a health certificate was signed. */
  readonly issuedAt?: string
  readonly profile?: 'strict'
  readonly expect: ChainExpectation
}

export type Change = Partial<CertificatePlan>

export const authorityKey: X509Key = sampleX509Key('csca')
export const otherKey: X509Key = sampleX509Key('stranger-csca')
export const signerKey: X509Key = sampleX509Key('dsc-all')
export const rsaSignerKey: X509Key = sampleX509Key('dsc-rsa')

export const constraints: Uint8Array = sequence(boolean(0xff), integer(0))

/** Key usages by their bits: digitalSignature is 0x80, keyCertSign 0x04, cRLSign 0x02 (RFC 5280 §4.2.1.3). */
export function usage(bits: number): Uint8Array {
  return bitString(Uint8Array.of(bits), 31 - Math.clz32(bits & -bits))
}

/** Subject key identifier of a key, and what points to it from below. */
export function subjectKeyId(key: X509Key): Uint8Array {
  return extension(14, octetString(keyId(key)))
}

export function authorityKeyId(key: X509Key): Uint8Array {
  return extension(35, sequence(der(0x80, keyId(key))))
}

export function chainVector(described: ChainCase): Vector {
  const { csca, dsc, clock = CLOCK, issuedAt, profile, expect, ...heading } = described
  const authority = planOf(cscaPlan(csca?.key ?? authorityKey), csca)
  const signer = planOf(dscPlan(dsc?.key ?? signerKey, authority), dsc)
  const given = {
    certificate: base64(makeCertificate(signer)),
    issuer: base64(makeCertificate(authority)),
    clock,
    ...(issuedAt && { issuedAt }),
    ...(profile && { profile }),
  }
  return { ...heading, given, expect }
}

function cscaPlan(key: X509Key): CertificatePlan {
  return {
    version: version3,
    serial: integer(1),
    issuer: cscaName,
    notBefore: utcTime('210101000000Z'),
    notAfter: utcTime('310101000000Z'),
    subject: cscaName,
    key,
    extensions: {
      constraints: extension(19, constraints, true),
      usage: extension(15, usage(0x06), true),
      subjectKeyId: subjectKeyId(key),
    },
    signer: key,
    scheme: ecdsa('sha256'),
  }
}

/** Signed with the key of the CSCA, in the way in which that signed itself. */
function dscPlan(key: X509Key, { key: signer, scheme, subject }: CertificatePlan): CertificatePlan {
  return {
    version: version3,
    serial: integer(2),
    issuer: subject,
    notBefore: utcTime('210401000000Z'),
    notAfter: utcTime('260401000000Z'),
    subject: dscName,
    key,
    extensions: {
      usage: extension(15, usage(0x80), true),
      subjectKeyId: subjectKeyId(key),
      authorityKeyId: authorityKeyId(signer),
    },
    signer,
    scheme,
  }
}

function planOf(plan: CertificatePlan, change: Change = {}): CertificatePlan {
  return { ...plan, ...change, extensions: { ...plan.extensions, ...change.extensions } }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
