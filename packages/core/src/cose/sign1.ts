import { Fault } from '../fault.ts'
import { type AlgorithmRow, algorithmById } from './algorithms.ts'
import { readCbor } from './cbor-reader.ts'
import { type CborMap, CborTag, type CborValue } from './cbor-value.ts'

/** A COSE_Sign1 message taken apart (RFC 9052 §4.2). All bytes are as received, none re-encoded. */
export interface Sign1 {
  /** Content of the protected bucket, over which the signature goes. */
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  readonly algorithm: AlgorithmRow
  /** False when the algorithm stands in the unprotected bucket only, where nobody signed it. */
  readonly algorithmProtected: boolean
  /** Key identifier, 8 bytes; the protected one wins (hcert §3.3.3). */
  readonly kid: Uint8Array | undefined
  /** Tags around the message, outermost first: [], [18] or [61, 18]. */
  readonly tags: readonly number[]
}

/** Header parameters (RFC 9052 §3.1). */
const HEADER = { algorithm: 1, critical: 2, kid: 4 } as const
const COSE_SIGN1_TAG = 18
const CWT_TAG = 61
const KID_BYTES = 8
const MAX_PROTECTED_BYTES = 1024
const MAX_MESSAGE_BYTES = 32 * 1024

/**
 * Takes a COSE_Sign1 message apart: untagged, tag 18, or 61 around 18 (RFC 8392 §6).
 * @throws Fault `cose.shape`, or `cose.algorithm` for anything but ES256 and PS256
 */
export function parseSign1(bytes: Uint8Array): Sign1 {
  const options = {
    code: 'cose.shape',
    tags: [COSE_SIGN1_TAG, CWT_TAG],
    indefinite: false,
    maxBytes: MAX_MESSAGE_BYTES,
  }
  const { tags, message } = untag(readCbor(bytes, options))
  if (!Array.isArray(message) || message.length !== 4) throw new Fault('cose.shape', 'not an array of four')
  const [protectedBytes, unprotectedHeader, payload, signature] = message as readonly CborValue[]
  if (!isBytes(protectedBytes) || protectedBytes.length > MAX_PROTECTED_BYTES) {
    throw new Fault('cose.shape', 'protected header')
  }
  if (!(unprotectedHeader instanceof Map)) throw new Fault('cose.shape', 'unprotected header')
  if (!isBytes(payload) || payload.length === 0) throw new Fault('cose.shape', 'payload')
  if (!isBytes(signature)) throw new Fault('cose.shape', 'signature')
  const headers = readHeaders(protectedBytes, unprotectedHeader)
  checkSignatureLength(headers.algorithm, signature)
  return { protectedBytes, payload, signature, ...headers, tags }
}

function isBytes(value: CborValue): value is Uint8Array {
  return value instanceof Uint8Array
}

function untag(value: CborValue): { tags: number[]; message: CborValue } {
  const tags: number[] = []
  let message = value
  while (message instanceof CborTag) {
    tags.push(message.tag)
    message = message.value
  }
  const known = tags.length === 0 || tags.join() === '18' || tags.join() === '61,18'
  if (!known) throw new Fault('cose.shape', 'tags')
  return { tags, message }
}

function readHeaders(
  protectedBytes: Uint8Array,
  unprotectedHeader: CborMap,
): Pick<Sign1, 'algorithm' | 'algorithmProtected' | 'kid'> {
  const protectedHeader = readProtected(protectedBytes)
  if (protectedHeader.has(HEADER.critical) || unprotectedHeader.has(HEADER.critical)) {
    throw new Fault('cose.shape', 'critical header parameter')
  }
  const algorithmProtected = protectedHeader.has(HEADER.algorithm)
  const algorithm = algorithmById((algorithmProtected ? protectedHeader : unprotectedHeader).get(HEADER.algorithm))
  if (algorithm === undefined) throw new Fault('cose.algorithm', 'neither ES256 nor PS256')
  const kidHeader = protectedHeader.has(HEADER.kid) ? protectedHeader : unprotectedHeader
  return { algorithm, algorithmProtected, kid: readKid(kidHeader.get(HEADER.kid)) }
}

function readProtected(protectedBytes: Uint8Array): CborMap {
  if (protectedBytes.length === 0) return new Map()
  const header = readCbor(protectedBytes, { code: 'cose.shape', indefinite: false })
  if (!(header instanceof Map)) throw new Fault('cose.shape', 'protected header')
  return header
}

function readKid(kid: CborValue): Uint8Array | undefined {
  if (kid === undefined) return undefined
  if (!isBytes(kid) || kid.length !== KID_BYTES) throw new Fault('cose.shape', 'kid')
  return kid
}

/** A signature padded or cut is refused here, before anything is looked up by it. */
function checkSignatureLength(algorithm: AlgorithmRow, signature: Uint8Array): void {
  const { min, max } = algorithm.signatureBytes
  if (signature.length < min || signature.length > max) throw new Fault('cose.shape', 'signature length')
}

/** The bytes that are signed: Sig_structure with context "Signature1" (RFC 9052 §4.4). */
export function toBeSigned(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  return join([
    SIG_STRUCTURE_START,
    byteStringHead(protectedBytes.length),
    protectedBytes,
    EMPTY_BYTES,
    byteStringHead(payload.length),
    payload,
  ])
}

/** A COSE_Sign1 message with tag 18 and an empty unprotected bucket. */
export function writeSign1(protectedBytes: Uint8Array, payload: Uint8Array, signature: Uint8Array): Uint8Array {
  return join([
    SIGN1_START,
    byteStringHead(protectedBytes.length),
    protectedBytes,
    EMPTY_MAP,
    byteStringHead(payload.length),
    payload,
    byteStringHead(signature.length),
    signature,
  ])
}

const SIG_STRUCTURE_START = Uint8Array.from([0x84, 0x6a, ...new TextEncoder().encode('Signature1')])
const SIGN1_START = Uint8Array.from([0xd2, 0x84])
const EMPTY_BYTES = Uint8Array.from([0x40])
const EMPTY_MAP = Uint8Array.from([0xa0])

/** Initial bytes of a byte string in shortest form (RFC 8949 §3.1); at most 65,535 bytes. */
function byteStringHead(length: number): Uint8Array {
  if (length < 24) return Uint8Array.of(0x40 | length)
  if (length < 0x100) return Uint8Array.of(0x58, length)
  if (length < 0x1_0000) return Uint8Array.of(0x59, length >> 8, length & 0xff)
  throw new TypeError('byte string too long for a certificate')
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const joined = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
