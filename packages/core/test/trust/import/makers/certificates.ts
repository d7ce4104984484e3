import { sha256 } from '@noble/hashes/sha2.js'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
} from '@peculiar/asn1-x509'
import { type MadeKey, makeKey } from './keys.ts'

const COMMON_NAME = '2.5.4.3'
const COUNTRY_NAME = '2.5.4.6'

/** A certificate to make; whatever is left out is as in an ordinary DSC that signs itself. */
export interface CertificatePlan {
  /** The commonName, "SAMPLE DSC 1". */
  readonly name: string
  /** The name where absent. */
  readonly keyLabel?: string
  readonly country?: string
  readonly issuer?: Made
  readonly authority?: boolean
  readonly keyPurposes?: readonly string[]
  readonly notBefore?: string
  readonly notAfter?: string
}

export interface Made {
  readonly der: Uint8Array
  readonly key: MadeKey
  readonly parsed: Certificate
}

export const ecdsaWithSha256: AlgorithmIdentifier = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' })

/** The same plan gives the same bytes. */
export function makeCertificate(plan: CertificatePlan): Made {
  const key = makeKey(plan.keyLabel ?? plan.name)
  const issuerKey = plan.issuer?.key ?? key
  const tbsCertificate = bodyOf(plan, key.spki, issuerKey)
  const signatureValue = issuerKey.signDer(new Uint8Array(AsnConvert.serialize(tbsCertificate)))
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: ecdsaWithSha256,
    signatureValue: buffer(signatureValue),
  })
  const der = new Uint8Array(AsnConvert.serialize(certificate))
  return { der, key, parsed: AsnConvert.parse(der, Certificate) }
}

function bodyOf(plan: CertificatePlan, spki: Uint8Array, issuerKey: MadeKey): TBSCertificate {
  const subject = nameOf(plan)
  return new TBSCertificate({
    version: 2,
    serialNumber: buffer(Uint8Array.of(1, ...sha256(new Uint8Array(AsnConvert.serialize(subject))).slice(0, 4))),
    signature: ecdsaWithSha256,
    issuer: plan.issuer?.parsed.tbsCertificate.subject ?? subject,
    validity: new Validity({
      notBefore: new Date(plan.notBefore ?? '2021-04-01T00:00:00Z'),
      notAfter: new Date(plan.notAfter ?? '2036-04-01T00:00:00Z'),
    }),
    subject,
    subjectPublicKeyInfo: AsnConvert.parse(spki, SubjectPublicKeyInfo),
    extensions: extensionsOf(plan, spki, issuerKey),
  })
}

function nameOf({ name, country = 'VN' }: CertificatePlan): Name {
  const attribute = (type: string, value: AttributeValue): RelativeDistinguishedName =>
    new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value })])
  const named = attribute(COMMON_NAME, new AttributeValue({ utf8String: name }))
  if (country === '') return new Name([named])
  return new Name([attribute(COUNTRY_NAME, new AttributeValue({ printableString: country })), named])
}

function extensionsOf(
  { authority = false, keyPurposes }: CertificatePlan,
  spki: Uint8Array,
  issuerKey: MadeKey,
): Extensions {
  const usage = authority ? KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign : KeyUsageFlags.digitalSignature
  return new Extensions([
    extension(id_ce_keyUsage, new KeyUsage(usage), true),
    extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(identifierOf(spki))),
    extension(
      id_ce_authorityKeyIdentifier,
      new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(identifierOf(issuerKey.spki)) }),
    ),
    ...(authority ? [extension(id_ce_basicConstraints, new BasicConstraints({ cA: true }), true)] : []),
    ...(keyPurposes ? [extension(id_ce_extKeyUsage, new ExtendedKeyUsage([...keyPurposes]))] : []),
  ])
}

function extension(extnID: string, value: unknown, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })
}

function identifierOf(spki: Uint8Array): ArrayBuffer {
  return buffer(sha256(spki).slice(0, 20))
}

function buffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer
}
