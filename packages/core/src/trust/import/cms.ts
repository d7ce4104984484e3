import {
  ContentInfo,
  type EncapsulatedContentInfo,
  type SignerInfo as ParsedSignerInfo,
  SignedData,
} from '@peculiar/asn1-cms'
import { AsnAnyConverter, AsnConvert, AsnConstructedOctetStringConverter as inPieces } from '@peculiar/asn1-schema'
import { derContent, derTag, writeDer } from '../../cose/der.ts'
import { sameBytes } from '../../cose/same-bytes.ts'
import { Fault, unlessFault } from '../../fault.ts'
import { readDer } from '../chain/der-tree.ts'
import { normalName } from '../chain/names.ts'
import { type Hash, readHash } from '../pss-parameters.ts'
import { readSigningCertificate, type SigningCertificate } from './certificate.ts'
import { isX509Signature } from './certificate-path.ts'
import type { PinnedKey } from './pinned-key.ts'

/** A CMS SignedData message (RFC 5652 §5) with one signer, taken apart. Nothing of it has been believed. */
export interface CmsMessage {
  /** Undefined where the content is kept apart (§5.2). */
  readonly content: Uint8Array | undefined
  readonly certificates: readonly SigningCertificate[]
  readonly signer: CmsSigner
}

interface CmsSigner {
  /** AlgorithmIdentifiers, DER. */
  readonly digestAlgorithm: Uint8Array
  readonly signatureAlgorithm: Uint8Array
  readonly hash: Hash
  /** What the signed attributes say the content's digest is. */
  readonly messageDigest: Uint8Array
  /** The signed attributes as a SET OF, DER: the bytes that were signed (§5.4). */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
  /** Whether the message says that this certificate's key signed it. */
  readonly names: (certificate: SigningCertificate) => boolean
}

/** Certificates and one signature; a real message has 5 KiB. */
const MAX_CMS_BYTES = 65_536

const MAX_CERTIFICATES = 8

const SET = 0x31

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
} as const

/** The object identifier id-data as an attribute holds it, DER. */
const idData = Uint8Array.of(0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1)

/**
 * Takes a message apart, BER or DER. It must have exactly one signer, whose signed attributes name the content type
 * id-data and the digest of the content, each once, over SHA-256 or better.
 * @throws Fault `source.shape`
 */
export function readCms(bytes: Uint8Array): CmsMessage {
  if (bytes.length > MAX_CMS_BYTES) throw malformed('CMS message is too large')
  try {
    return messageOf(signedDataOf(bytes))
  } catch (error) {
    throw error instanceof Fault && error.code === 'source.shape' ? error : malformed('not a CMS message')
  }
}

/** Whether the pinned key signed this content; a pinned certificate must be the one that the message names. */
export function isSignedByPinned(message: CmsMessage, content: Uint8Array, key: PinnedKey): Promise<boolean> {
  if (key.certificate === undefined) return isSignedByKey(message, content, key.spki)
  return isSignedBy(message, content, readSigningCertificate(key.certificate))
}

/** Whether the key of this certificate, which must be the one that the message names, signed this content. */
export async function isSignedBy(message: CmsMessage, content: Uint8Array, by: SigningCertificate): Promise<boolean> {
  return message.signer.names(by) && isSignedByKey(message, content, by.spki)
}

async function isSignedByKey(message: CmsMessage, content: Uint8Array, spki: Uint8Array): Promise<boolean> {
  const { hash, messageDigest, signed, signature, signatureAlgorithm, digestAlgorithm } = message.signer
  const digest = await crypto.subtle.digest(hash, content as BufferSource)
  if (!sameBytes(new Uint8Array(digest), messageDigest)) return false
  return isX509Signature({ algorithm: signatureAlgorithm, digest: digestAlgorithm, spki, signature, signed })
}

function signedDataOf(bytes: Uint8Array): SignedData {
  const { contentType, content } = AsnConvert.parse(bytes.slice(), ContentInfo)
  if (contentType !== oid.signedData) throw malformed('CMS message is not signed data')
  return AsnConvert.parse(content, SignedData)
}

function messageOf({ signerInfos, encapContentInfo, certificates = [] }: SignedData): CmsMessage {
  const [signer, another] = [...signerInfos]
  if (signer === undefined || another !== undefined) throw malformed('CMS message has not exactly one signer')
  if (encapContentInfo.eContentType !== oid.data) throw malformed('CMS content type')
  const parsed = [...certificates].flatMap(({ certificate }) => (certificate ? [certificate] : []))
  if (parsed.length > MAX_CERTIFICATES) throw malformed('CMS message has too many certificates')
  return {
    content: contentOf(encapContentInfo),
    // Nobody signed that a certificate goes with the message: one that cannot be read is as good as missing.
    certificates: parsed.flatMap((certificate) => unlessFault(() => readSigningCertificate(derOf(certificate))) ?? []),
    signer: signerOf(signer),
  }
}

type Pieces = Parameters<typeof inPieces.fromASN>[0]

/** An OCTET STRING in one piece, or in several as streams write it. */
function contentOf({ eContent }: EncapsulatedContentInfo): Uint8Array | undefined {
  if (eContent === undefined) return undefined
  const octets = eContent.single ?? inPieces.fromASN(AsnAnyConverter.toASN(eContent.any ?? null) as Pieces)
  return new Uint8Array(octets.buffer)
}

function signerOf(info: ParsedSignerInfo): CmsSigner {
  const { digestAlgorithm, signatureAlgorithm, signedAttrs = [], signature, sid } = info
  const digestIdentifier = derOf(digestAlgorithm)
  if (!sameBytes(attribute(signedAttrs, oid.contentType), idData)) throw malformed('CMS signed content type')
  const digest = attribute(signedAttrs, oid.messageDigest)
  if (digest[0] !== derTag.octetString || digest[1] !== digest.length - 2) throw malformed('CMS message digest')
  return {
    digestAlgorithm: digestIdentifier,
    signatureAlgorithm: derOf(signatureAlgorithm),
    hash: readHash(derContent(digestIdentifier, derTag.sequence)),
    messageDigest: digest.slice(2),
    signed: writeDer(SET, ...signedAttrs.map(derOf).toSorted(byBytes)),
    signature: new Uint8Array(signature.buffer),
    ...namedBy(sid),
  }
}

/** The one value of an attribute that stands once. */
function attribute(attributes: NonNullable<ParsedSignerInfo['signedAttrs']>, type: string): Uint8Array {
  const [found, another] = attributes.filter(({ attrType }) => attrType === type)
  const [value, more] = found?.attrValues ?? []
  if (value === undefined || more !== undefined || another !== undefined) throw malformed('CMS signed attributes')
  return new Uint8Array(value)
}

/** The signer goes by issuer and serial number, or by subject key identifier (§5.3). */
function namedBy(sid: ParsedSignerInfo['sid']): Pick<CmsSigner, 'names'> {
  const { issuerAndSerialNumber: name, subjectKeyIdentifier } = sid
  if (name === undefined) {
    const identifier = new Uint8Array(subjectKeyIdentifier?.buffer ?? [])
    return { names: ({ subjectKeyId }) => subjectKeyId !== undefined && sameBytes(identifier, subjectKeyId) }
  }
  const [issuer, serial] = [normalName(readDer(derOf(name.issuer))), new Uint8Array(name.serialNumber)]
  return { names: (certificate) => certificate.issuer === issuer && sameBytes(certificate.serialNumber, serial) }
}

/** DER of what the library parsed. */
function derOf(value: unknown): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(value))
}

/** The order of a SET OF in DER (X.690 §11.6). */
function byBytes(left: Uint8Array, right: Uint8Array): number {
  const at = left.findIndex((byte, index) => byte !== right[index])
  return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1)
}

function malformed(detail: string): Fault<'source.shape'> {
  return new Fault('source.shape', detail)
}
