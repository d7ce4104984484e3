import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate, type Time } from '@peculiar/asn1-x509'
import { Fault } from '../../fault.ts'
import { MAX_CERTIFICATE_BYTES } from '../x509.ts'

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
  /** Subject key identifier, where the certificate states one. */
  readonly keyIdentifier?: Uint8Array
  /** Whole seconds since 1970, both ends included. */
  readonly notBefore: number
  readonly notAfter: number
}

const subjectKeyIdentifier = '2.5.29.14'

/**
 * Reads a certificate, DER. Believes nothing of it: who signed it is for the caller to check.
 * @throws Fault `source.shape`
 */
export function readCertificate(der: Uint8Array): SigningCertificate {
  if (der.length > MAX_CERTIFICATE_BYTES) throw unreadable()
  try {
    const certificate = AsnConvert.parse(der.slice(), Certificate)
    return fieldsOf(certificate)
  } catch {
    throw unreadable()
  }
}

/** What the library parsed of a certificate that lay in something larger. */
export function fieldsOf(certificate: Certificate): SigningCertificate {
  const { tbsCertificate, tbsCertificateRaw, signatureAlgorithm, signatureValue } = certificate
  if (tbsCertificateRaw === undefined) throw unreadable()
  const { subjectPublicKeyInfo, issuer, subject, serialNumber, validity, extensions } = tbsCertificate
  const identifier = extensions?.find(({ extnID }) => extnID === subjectKeyIdentifier)?.extnValue
  return {
    spki: der(subjectPublicKeyInfo),
    signed: new Uint8Array(tbsCertificateRaw),
    algorithm: der(signatureAlgorithm),
    signature: new Uint8Array(signatureValue),
    issuer: der(issuer),
    subject: der(subject),
    serialNumber: new Uint8Array(serialNumber),
    // An OCTET STRING in the OCTET STRING of the extension: tag and length are two bytes (RFC 5280 §4.2.1.2).
    ...(identifier && { keyIdentifier: new Uint8Array(identifier.buffer).slice(2) }),
    notBefore: seconds(validity.notBefore),
    notAfter: seconds(validity.notAfter),
  }
}

function der(value: unknown): Uint8Array {
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
