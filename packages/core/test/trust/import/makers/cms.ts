import { sha256, sha384 } from '@noble/hashes/sha2.js'
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import { writeDer } from '../../../../src/cose/der.ts'
import { ecdsaWithSha256, type Made } from './certificates.ts'

/** A CMS message to make; whatever is left out is as it should be. */
export interface CmsPlan {
  readonly content: Uint8Array
  readonly signer: Made
  /** Certificates that go with it; the signer's where absent. */
  readonly certificates?: readonly Made[]
  readonly enveloped?: boolean
  /** Who signs besides. */
  readonly second?: Made
  readonly withoutAttributes?: boolean
  /** Attributes instead of content type and message digest. */
  readonly attributes?: readonly Attribute[]
  /** Bytes whose digest is signed instead of the content's. */
  readonly digested?: Uint8Array
  readonly digestAlgorithm?: string
}

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const

const idData = Uint8Array.of(0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1)

/** DER. The same plan gives the same bytes. */
export function makeCms(plan: CmsPlan): Uint8Array {
  const { content, signer, certificates = [signer], enveloped = false, second } = plan
  const signers = second ? [signer, second] : [signer]
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: new DigestAlgorithmIdentifiers([algorithm(plan)]),
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: oid.data,
      ...(enveloped && { eContent: new EncapsulatedContent({ single: new OctetString(content) }) }),
    }),
    certificates: new CertificateSet(certificates.map(({ parsed }) => new CertificateChoices({ certificate: parsed }))),
    signerInfos: new SignerInfos(signers.map((made) => signerInfoOf(plan, made))),
  })
  const info = new ContentInfo({ contentType: oid.signedData, content: AsnConvert.serialize(signedData) })
  return new Uint8Array(AsnConvert.serialize(info))
}

export function makeAttribute(attrType: string, ...values: readonly Uint8Array[]): Attribute {
  return new Attribute({ attrType, attrValues: values.map((value) => value.slice().buffer) })
}

/** The two attributes that every signer must sign. */
export function ordinaryAttributes(content: Uint8Array, hash = 'SHA-256'): readonly Attribute[] {
  const digest = hash === 'SHA-256' ? sha256(content) : sha384(content)
  return [makeAttribute(oid.contentType, idData), makeAttribute(oid.messageDigest, writeDer(0x04, digest))]
}

function signerInfoOf(plan: CmsPlan, { key, parsed }: Made): SignerInfo {
  const { content, digested = content, withoutAttributes = false } = plan
  const attributes = [...(plan.attributes ?? ordinaryAttributes(digested))]
  const set = writeDer(0x31, ...attributes.map((attribute) => new Uint8Array(AsnConvert.serialize(attribute))))
  const { issuer, serialNumber } = parsed.tbsCertificate
  return new SignerInfo({
    version: 1,
    sid: new SignerIdentifier({ issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer, serialNumber }) }),
    digestAlgorithm: algorithm(plan),
    ...(!withoutAttributes && { signedAttrs: attributes }),
    signatureAlgorithm: ecdsaWithSha256,
    signature: new OctetString(key.signDer(withoutAttributes ? content : set)),
  })
}

function algorithm({ digestAlgorithm = oid.sha256 }: CmsPlan): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithm: digestAlgorithm })
}
