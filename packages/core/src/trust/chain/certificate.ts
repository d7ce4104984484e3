import { type DerNode, malformed, membersOf, readDer, requireOrder, tag, tagged } from './der-tree.ts'
import { type Extension, readExtension } from './extensions.ts'
import { normalName } from './names.ts'
import { timeIn } from './time.ts'

/** A certificate taken apart (RFC 5280 §4.1). Nothing is judged yet. Bytes are views into what was read. */
export interface Certificate {
  /** 0 for v1, 2 for v3. */
  readonly version: number
  /** Two's complement, as it stands. */
  readonly serial: Uint8Array
  /** AlgorithmIdentifier inside what is signed, and beside the signature; DER. */
  readonly algorithms: readonly [inside: Uint8Array, outside: Uint8Array]
  /** Names in the one spelling by which they are compared. */
  readonly issuer: string
  readonly subject: string
  /** Seconds since 1970, both ends included. */
  readonly notBefore: number
  readonly notAfter: number
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly extensions: readonly Extension[]
  /** The bytes that are signed. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

/** Largest certificate that is read, in bytes. Real ones stay below 3 KiB. */
const MAX_BYTES = 16_384

/**
 * Takes a certificate apart: strict DER to the last byte.
 * @throws Fault `chain.form`
 */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.length > MAX_BYTES) throw malformed('too large')
  const [body, outside, signature] = membersOf(readDer(der), tag.sequence, 3)
  const fields = [...membersOf(body, tag.sequence)]
  const version = fields[0]?.tag === VERSION ? versionIn(fields.shift()) : 0
  const [serial, inside, issuer, validity, subject, spki, ...optional] = fields
  const [notBefore, notAfter] = membersOf(validity, tag.sequence, 2)
  return {
    version,
    serial: tagged(serial, tag.integer).content,
    algorithms: [tagged(inside, tag.sequence).bytes, tagged(outside, tag.sequence).bytes],
    issuer: normalName(issuer),
    subject: normalName(subject),
    notBefore: timeIn(notBefore),
    notAfter: timeIn(notAfter),
    spki: tagged(spki, tag.sequence).bytes,
    extensions: extensionsIn(optional),
    signed: tagged(body, tag.sequence).bytes,
    signature: bitsIn(signature),
  }
}

const VERSION = 0xa0
const ISSUER_UNIQUE_ID = 0x81
const SUBJECT_UNIQUE_ID = 0x82
const EXTENSIONS = 0xa3

function extensionsIn(optional: readonly DerNode[]): readonly Extension[] {
  requireOrder(optional, [ISSUER_UNIQUE_ID, SUBJECT_UNIQUE_ID, EXTENSIONS])
  const wrapped = optional.find((node) => node.tag === EXTENSIONS)
  if (wrapped === undefined) return []
  const [list] = membersOf(wrapped, EXTENSIONS, 1)
  const extensions = membersOf(list, tag.sequence)
  if (extensions.length === 0) throw malformed('no extensions')
  return extensions.map(readExtension)
}

function versionIn(node: DerNode | undefined): number {
  const [version] = membersOf(node, VERSION, 1)
  const [number = 0, ...rest] = tagged(version, tag.integer).content
  if (rest.length > 0) throw malformed('version')
  return number
}

function bitsIn(node: DerNode | undefined): Uint8Array {
  const content = tagged(node, tag.bitString).content
  if (content[0] !== 0) throw malformed('bits')
  return content.subarray(1)
}
