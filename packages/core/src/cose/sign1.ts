import { Fault } from '../fault.ts'
import { type AlgorithmRow, algorithmById } from './algorithms.ts'
import { type CborReadOptions, readCbor } from './cbor-reader.ts'
import { byteStringLength, MAJOR, putBytes, putHead } from './cbor-sink.ts'
import { type CborMap, CborTag, type CborValue } from './cbor-value.ts'

/** A COSE_Sign1 message taken apart (RFC 9052 §4.2). All bytes are as received, none re-encoded. */
export interface Sign1 {
  /** Content of the protected bucket, over which the signature goes. */
  readonly protectedBytes: Uint8Array
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** Undefined for every algorithm but ES256 and PS256. */
  readonly algorithm: AlgorithmRow | undefined
  /** False when the algorithm stands in the unprotected bucket only, where nobody signed it. */
  readonly algorithmProtected: boolean
  /** Key identifier, 8 bytes; the protected one wins (hcert §3.3.3). */
  readonly kid: Uint8Array | undefined
  /** Tags around the message, outermost first: [], [18] or [61, 18]. */
  readonly tags: readonly number[]
}

/** A message whose algorithm and signature length allow a verification to be tried. */
export type VerifiableSign1 = Sign1 & { readonly algorithm: AlgorithmRow }

/** Header parameters (RFC 9052 §3.1). */
const HEADER = { algorithm: 1, critical: 2, kid: 4 } as const
const COSE_SIGN1_TAG = 18
const CWT_TAG = 61
const KID_BYTES = 8
const MAX_PROTECTED_BYTES = 1024

const MESSAGE: CborReadOptions = { code: 'cose.shape', tags: [COSE_SIGN1_TAG, CWT_TAG], indefinite: false }
const PROTECTED_HEADER: CborReadOptions = { code: 'cose.shape', indefinite: false }

/**
 * Takes a COSE_Sign1 message apart: untagged, tag 18, or 61 around 18 (RFC 8392 §6).
 * Any algorithm and any length of signature can be looked at; see `requireVerifiable`.
 * @throws Fault `cose.shape`
 */
export function parseSign1(bytes: Uint8Array): Sign1 {
  const { tags, message } = untag(readCbor(bytes, MESSAGE))
  if (!Array.isArray(message) || message.length !== 4) throw new Fault('cose.shape', 'not an array of four')
  const [protectedBytes, unprotectedHeader, payload, signature] = message as readonly CborValue[]
  if (!isBytes(protectedBytes) || protectedBytes.length > MAX_PROTECTED_BYTES) {
    throw new Fault('cose.shape', 'protected header')
  }
  if (!(unprotectedHeader instanceof Map)) throw new Fault('cose.shape', 'unprotected header')
  if (!isBytes(payload) || payload.length === 0) throw new Fault('cose.shape', 'payload')
  if (!isBytes(signature)) throw new Fault('cose.shape', 'signature')
  const { algorithm, algorithmProtected, kid } = readHeaders(protectedBytes, unprotectedHeader)
  return { protectedBytes, payload, signature, algorithm, algorithmProtected, kid, tags }
}

/**
 * ES256 with a signature of exactly 64 bytes or PS256 with one of 256 to 512. A signature padded or
 * cut is refused here, before anything is looked up by it.
 * @throws Fault `cose.algorithm`, `cose.shape`
 */
export function requireVerifiable(message: Sign1): VerifiableSign1 {
  if (!hasAlgorithm(message)) throw new Fault('cose.algorithm', 'neither ES256 nor PS256')
  const { min, max } = message.algorithm.signatureBytes
  const { length } = message.signature
  if (length < min || length > max) throw new Fault('cose.shape', 'signature length')
  return message
}

function hasAlgorithm(message: Sign1): message is VerifiableSign1 {
  return message.algorithm !== undefined
}

function isBytes(value: CborValue): value is Uint8Array {
  return value instanceof Uint8Array
}

function untag(value: CborValue): { tags: readonly number[]; message: CborValue } {
  if (!(value instanceof CborTag)) return { tags: [], message: value }
  if (value.tag === COSE_SIGN1_TAG) return { tags: [COSE_SIGN1_TAG], message: value.value }
  const inner = value.value
  if (value.tag === CWT_TAG && inner instanceof CborTag && inner.tag === COSE_SIGN1_TAG) {
    return { tags: [CWT_TAG, COSE_SIGN1_TAG], message: inner.value }
  }
  throw new Fault('cose.shape', 'tags')
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
  const kidHeader = protectedHeader.has(HEADER.kid) ? protectedHeader : unprotectedHeader
  return { algorithm, algorithmProtected, kid: readKid(kidHeader.get(HEADER.kid)) }
}

function readProtected(protectedBytes: Uint8Array): CborMap {
  if (protectedBytes.length === 0) return new Map()
  const header = readCbor(protectedBytes, PROTECTED_HEADER)
  if (!(header instanceof Map)) throw new Fault('cose.shape', 'protected header')
  return header
}

function readKid(kid: CborValue): Uint8Array | undefined {
  if (kid === undefined) return undefined
  if (!isBytes(kid) || kid.length !== KID_BYTES) throw new Fault('cose.shape', 'kid')
  return kid
}

/** How a Sig_structure begins (RFC 9052 §4.4): array of four, the context "Signature1". */
export const BEFORE_PROTECTED: Uint8Array = Uint8Array.of(0x84, 0x6a, ...new TextEncoder().encode('Signature1'))
/** An empty byte string: after the protected bucket, that there is no external data. */
export const NO_BYTES = 0x40
/** Tag 18, array of four, and after the protected header an empty map: `d2 84 … a0`. */
const SIGN1_BYTES = 3

/** The bytes that are signed: Sig_structure with context "Signature1" (RFC 9052 §4.4). */
export function toBeSigned(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  const external = BEFORE_PROTECTED.length + byteStringLength(protectedBytes)
  const sink = { bytes: new Uint8Array(external + 1 + byteStringLength(payload)), at: BEFORE_PROTECTED.length }
  sink.bytes.set(BEFORE_PROTECTED)
  putBytes(sink, protectedBytes)
  sink.bytes[external] = NO_BYTES
  sink.at = external + 1
  putBytes(sink, payload)
  return sink.bytes
}

/** A COSE_Sign1 message with tag 18 and an empty unprotected bucket. */
export function writeSign1(protectedBytes: Uint8Array, payload: Uint8Array, signature: Uint8Array): Uint8Array {
  if (payload.length >= 0x1_0000) throw new TypeError('payload too long for a certificate')
  const length =
    SIGN1_BYTES + byteStringLength(protectedBytes) + byteStringLength(payload) + byteStringLength(signature)
  const sink = { bytes: new Uint8Array(length), at: 0 }
  putHead(sink, MAJOR.tag, COSE_SIGN1_TAG)
  putHead(sink, MAJOR.array, 4)
  putBytes(sink, protectedBytes)
  putHead(sink, MAJOR.map, 0)
  putBytes(sink, payload)
  putBytes(sink, signature)
  return sink.bytes
}
