import { algorithmByName } from '../cose/algorithms.ts'
import { readCbor } from '../cose/cbor-reader.ts'
import { type PlainCbor, writeShortest } from '../cose/cbor-shortest.ts'
import { byteStringLength } from '../cose/cbor-sink.ts'
import type { CborValue } from '../cose/cbor-value.ts'
import { sameBytes } from '../cose/same-bytes.ts'
import { parseSign1, requireVerifiable, type VerifiableSign1, writeSign1 } from '../cose/sign1.ts'
import { Fault } from '../fault.ts'
import { demand } from './list-shape.ts'
import { type FileKind, readStatement, type Statement } from './statement.ts'

/** A signed file taken apart; nothing of it is believed yet. All bytes are views of the file. */
export interface ListFile {
  readonly signatures: readonly ListSignature[]
  /** What every signature states. */
  readonly statement: Statement
  readonly body: Uint8Array
}

/** One signature: a whole COSE_Sign1 over the statement. */
export type ListSignature = VerifiableSign1 & { readonly kid: Uint8Array }

const KIB = 1024
const MIB = 1024 * KIB

/** Largest file of each kind, in bytes. Asked before anything is read. */
export const maxFileBytes: Readonly<Record<FileKind, number>> = {
  root: 64 * KIB,
  manifest: 64 * KIB,
  trust: 32 * MIB,
  deny: MIB,
  revocation: 4 * MIB,
  rules: 8 * MIB,
  'value-sets': 8 * MIB,
}

/** Signatures that a file may carry: those of an old root and of its own, several each. */
export const MAX_SIGNATURES = 32

/** Header parameters (RFC 9052 §3.1). */
const HEADER = { algorithm: 1, contentType: 3, kid: 4 } as const

/** With a content type of its own, no other message of ours can pass for a list. */
const FIXED_HEADERS = [
  [HEADER.algorithm, algorithmByName('ES256').id],
  [HEADER.contentType, 'application/vnd.vaxcert.list+cbor'],
] as const

/**
 * Takes a signed file apart: CBOR `[ [+ signature], body ]`, in shortest form to the last byte, every
 * signature over the same statement.
 * @throws Fault `list.too-large`, `list.shape`, `list.threshold` without a signature, `list.mixed` for another kind
 */
export function readListFile(bytes: Uint8Array, kind: FileKind): ListFile {
  if (bytes.length > maxFileBytes[kind]) throw new Fault('list.too-large', 'more bytes than its kind may have')
  const { signatures, body } = readEnvelope(bytes, kind)
  const [first, ...more] = signatures.map(readSignature)
  if (first === undefined) throw new Fault('list.threshold', 'no signature')
  demand(
    more.every(({ payload }) => sameBytes(payload, first.payload)),
    'signatures of two statements',
  )
  const statement = readStatement(first.payload)
  if (statement.kind !== kind) throw new Fault('list.mixed', 'a file of another kind')
  return { signatures: [first, ...more], statement, body }
}

/** Content of the protected header of a list signature: exactly algorithm, content type and kid. */
export function protectedHeader(kid: Uint8Array): Uint8Array {
  return writeShortest(new Map<number, PlainCbor>([...FIXED_HEADERS, [HEADER.kid, kid]]))
}

/** All items of an envelope are arrays and byte strings: in one of the right length no head is too long. */
function readEnvelope(bytes: Uint8Array, kind: FileKind): Pick<ListFile, 'body'> & { signatures: Uint8Array[] } {
  const value = readCbor(bytes, { code: 'list.shape', indefinite: false, maxBytes: maxFileBytes[kind] })
  demand(Array.isArray(value) && value.length === 2, 'not an array of two')
  const [signatures, body]: readonly CborValue[] = value
  demand(Array.isArray(signatures) && signatures.length <= MAX_SIGNATURES, 'signatures')
  demand(signatures.every(isBytes) && isBytes(body), 'not bytes')
  const heads = signatures.length < 24 ? 2 : 3
  const length = [...signatures, body].reduce((total, string) => total + byteStringLength(string), heads)
  demand(length === bytes.length, 'length forms')
  return { signatures, body }
}

/**
 * Reads one COSE_Sign1 in the only form there is: tag 18, our protected header, an empty unprotected one, ES256.
 * @throws Fault `list.shape`
 */
export function readSignature(bytes: Uint8Array): ListSignature {
  const message = readMessage(bytes)
  const { protectedBytes, payload, signature, kid } = message
  demand(kid !== undefined && sameBytes(protectedBytes, protectedHeader(kid)), 'protected header')
  demand(sameBytes(writeSign1(protectedBytes, payload, signature), bytes), 'form of a signature')
  return { ...message, kid }
}

function readMessage(bytes: Uint8Array): VerifiableSign1 {
  try {
    return requireVerifiable(parseSign1(bytes))
  } catch (error) {
    throw new Fault('list.shape', 'signature cannot be read', { cause: error })
  }
}

function isBytes(value: CborValue): value is Uint8Array {
  return value instanceof Uint8Array
}
