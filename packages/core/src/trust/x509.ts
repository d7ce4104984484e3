import 'reflect-metadata'
import { ExtendedKeyUsageExtension, X509Certificate } from '@peculiar/x509'
import { sha256 } from '#sha256'
import { derContent, derTag } from '../cose/der.ts'
import type { PublicKey } from '../cose/keys.ts'
import { Fault } from '../fault.ts'
import { readBase64 } from './base64.ts'
import type { DocumentSigner } from './document-signer.ts'
import { signerCountry } from './signer-country.ts'
import { isTellable } from './signer-json.ts'
import { readSignerKey } from './signer-key.ts'
import { usagesOf } from './usages.ts'

export { readSignerKey } from './signer-key.ts'
export { type UsageFamily, usageOid } from './usages.ts'

/** Largest certificate that is read, in bytes of DER. Real ones stay below 3 KiB. */
export const MAX_CERTIFICATE_BYTES = 16_384

/**
 * Makes the plain data of a document signer from its certificate: DER bytes, or text as PEM or base64.
 * Checks no signature and no chain: that the certificate is trusted is the caller's word.
 * The country falls back to the issuer's and then to "XX"; the usages follow hcert §A.4.
 * @throws Fault `signer.chain` when it is not one certificate with a P-256 or RSA-2048 to RSA-4096 key
 */
export function documentSignerFromCertificate(certificate: Uint8Array | string): DocumentSigner {
  const der = typeof certificate === 'string' ? bytesOfText(certificate) : certificate
  if (der.length > MAX_CERTIFICATE_BYTES) throw refused('certificate is too large')
  const fields = readFields(der)
  if (!isPeriod(fields)) throw refused('certificate validity')
  return {
    kid: certificateKid(der),
    spki: fields.key.spki,
    algorithm: fields.key.algorithm,
    country: signerCountry(fields.subjectCountries, fields.issuerCountries),
    usages: usagesOf(fields.keyPurposes),
    notBefore: fields.notBefore,
    notAfter: fields.notAfter,
  }
}

/** The key identifier of a certificate: the first 8 bytes of the SHA-256 of its DER (hcert §3.3.3). */
export function certificateKid(der: Uint8Array): Uint8Array {
  return sha256(der, 8)
}

interface CertificateFields {
  readonly key: PublicKey
  readonly subjectCountries: readonly string[]
  readonly issuerCountries: readonly string[]
  readonly keyPurposes: readonly string[]
  readonly notBefore: number
  readonly notAfter: number
}

/** The one place where the X.509 library sees bytes. What it throws may quote them, so it goes no further. */
function readFields(der: Uint8Array): CertificateFields {
  try {
    derContent(der, derTag.sequence)
    const certificate = new X509Certificate(der.slice())
    return {
      key: readSignerKey(new Uint8Array(certificate.publicKey.rawData)),
      subjectCountries: certificate.subjectName.getField('C'),
      issuerCountries: certificate.issuerName.getField('C'),
      keyPurposes: keyPurposesOf(certificate),
      notBefore: seconds(certificate.notBefore),
      notAfter: seconds(certificate.notAfter),
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw refused('certificate cannot be read')
    if (error.code === 'signer.chain') throw error
    throw new Fault('signer.chain', 'certificate or its key has a form we do not accept', { cause: error })
  }
}

/** The library takes offsets and overlong months, which lead beyond the year 9999. */
function isPeriod({ notBefore, notAfter }: CertificateFields): boolean {
  return isTellable(notBefore) && isTellable(notAfter) && notBefore <= notAfter
}

/** An extension may stand only once (RFC 5280 §4.2). */
function keyPurposesOf(certificate: X509Certificate): readonly string[] {
  const types = certificate.extensions.map((extension) => extension.type)
  if (new Set(types).size < types.length) throw refused('certificate repeats an extension')
  const purposes = certificate.getExtension(ExtendedKeyUsageExtension)?.usages ?? []
  return purposes.map(String)
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}

function bytesOfText(text: string): Uint8Array {
  if (text.length > 2 * MAX_CERTIFICATE_BYTES) throw refused('certificate is too large')
  const armoured = /^-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----$/.exec(text.trim())
  const der = readBase64((armoured?.[1] ?? text).replace(/\s+/g, ''))
  if (der === undefined) throw refused('certificate text is neither PEM nor base64')
  return der
}

function refused(detail: string): Fault<'signer.chain'> {
  return new Fault('signer.chain', detail)
}
