import { AsnConvert } from '@peculiar/asn1-schema'
import {
  BasicConstraints,
  Certificate,
  type Extension,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  type Name,
  SubjectKeyIdentifier,
  type Time,
} from '@peculiar/asn1-x509'
import { Fault } from '../../fault.ts'
import { MAX_CERTIFICATE_BYTES } from '../x509.ts'

const COMMON_NAME = '2.5.4.3'
const COUNTRY_NAME = '2.5.4.6'

/** Of an X.509 certificate, what it takes to believe what was signed with its key, or by whom it was signed. */
export interface SigningCertificate {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** TBSCertificate as received. */
  readonly signed: Uint8Array
  /** AlgorithmIdentifier, DER. */
  readonly algorithm: Uint8Array
  readonly signature: Uint8Array
  /** Names, DER. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** Content of the INTEGER. */
  readonly serialNumber: Uint8Array
  /** Whether it may sign certificates (RFC 5280 §4.2.1.9, §4.2.1.3). */
  readonly isAuthority: boolean
  /** Values of the subject's commonName and countryName. */
  readonly commonNames: readonly string[]
  readonly countries: readonly string[]
  /** Subject key identifier, where the certificate states one. */
  readonly keyIdentifier?: Uint8Array
  /** Whole seconds since 1970, both ends included. */
  readonly notBefore: number
  readonly notAfter: number
}

/**
 * Reads a certificate, DER. Believes nothing of it: who signed it is for the caller to check.
 * @throws Fault `source.shape`
 */
export function readCertificate(der: Uint8Array): SigningCertificate {
  if (der.length > MAX_CERTIFICATE_BYTES) throw unreadable()
  try {
    return fieldsOf(AsnConvert.parse(der.slice(), Certificate))
  } catch {
    throw unreadable()
  }
}

/**
 * The same of a certificate that lay in something larger and has been parsed with it.
 * @throws anything for one that is malformed
 */
export function fieldsOf({ tbsCertificate, ...outer }: Certificate): SigningCertificate {
  if (outer.tbsCertificateRaw === undefined) throw unreadable()
  const { subjectPublicKeyInfo, issuer, subject, serialNumber, validity, extensions = [] } = tbsCertificate
  return {
    spki: derOf(subjectPublicKeyInfo),
    signed: new Uint8Array(outer.tbsCertificateRaw),
    algorithm: derOf(outer.signatureAlgorithm),
    signature: new Uint8Array(outer.signatureValue),
    issuer: derOf(issuer),
    subject: derOf(subject),
    serialNumber: new Uint8Array(serialNumber),
    isAuthority: isAuthority(extensions),
    commonNames: valuesOf(subject, COMMON_NAME),
    countries: valuesOf(subject, COUNTRY_NAME),
    ...keyIdentifierOf(extensions),
    notBefore: seconds(validity.notBefore),
    notAfter: seconds(validity.notAfter),
  }
}

function isAuthority(extensions: readonly Extension[]): boolean {
  const constraints = extensionOf(extensions, id_ce_basicConstraints, BasicConstraints)
  const usage = extensionOf(extensions, id_ce_keyUsage, KeyUsage)
  if (constraints?.cA !== true) return false
  return usage === undefined || (usage.toNumber() & KeyUsageFlags.keyCertSign) !== 0
}

function keyIdentifierOf(extensions: readonly Extension[]): Pick<SigningCertificate, 'keyIdentifier'> {
  const identifier = extensionOf(extensions, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier)
  return identifier ? { keyIdentifier: new Uint8Array(identifier.buffer) } : {}
}

/** An extension may stand only once (RFC 5280 §4.2). */
function extensionOf<T>(extensions: readonly Extension[], id: string, type: new () => T): T | undefined {
  const [extension, another] = extensions.filter(({ extnID }) => extnID === id)
  if (another !== undefined) throw unreadable()
  return extension && AsnConvert.parse(extension.extnValue.buffer, type)
}

function valuesOf(name: Name, attribute: string): readonly string[] {
  const attributes = [...name].flatMap((relative) => [...relative])
  return attributes.filter(({ type }) => type === attribute).map(({ value }) => value.toString())
}

/** DER of what the library parsed. */
export function derOf(value: unknown): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(value))
}

function seconds(time: Time): number {
  const value = Math.floor(time.getTime().getTime() / 1000)
  if (!Number.isSafeInteger(value)) throw unreadable()
  return value
}

function unreadable(): Fault<'source.shape'> {
  return new Fault('source.shape', 'a certificate cannot be read')
}
