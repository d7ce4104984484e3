import { type Algorithm, type CborValue, readCbor, writeCbor } from '@vaxcert/core/cose'
import { Fault } from '@vaxcert/core/fault'
import type { KeyIdentity } from '../hsm-signer.ts'
import { type RefusalCode, refusalCode } from './codes.ts'

/**
 * What client and server say to each other, in CBOR (RFC 8949), so that bytes stay bytes.
 *
 * | | |
 * |---|---|
 * | `POST /v1/signatures` | `[kid, [Sig_structure, …]]`, answered by `[signature or code, …]` in that order |
 * | `GET /v1/keys` | answered by `[[kid, algorithm, SubjectPublicKeyInfo], …]`: those that this client may use |
 * | not answered | a status from 400 on, and a code |
 */
export const paths = { signatures: '/v1/signatures', keys: '/v1/keys' } as const

export const CONTENT_TYPE = 'application/cbor'

/** Of one request. A Sig_structure of a certificate has 300 to 900 bytes; 4,096 are granted. */
export const MAX_ITEMS = 256
export const MAX_ITEM_BYTES = 4096
export const MAX_REQUEST_BYTES: number = MAX_ITEMS * (MAX_ITEM_BYTES + 3) + 64
/** Of one answer: the longest signature is that of RSA-4096. */
export const MAX_ANSWER_BYTES: number = MAX_ITEMS * (512 + 3) + 64

const KID_BYTES = 8

export interface SignRequest {
  readonly kid: Uint8Array
  /** COSE Sig_structures. */
  readonly items: readonly Uint8Array[]
}

/** For one Sig_structure: its signature, or why there is none. */
export type Answer = Uint8Array | RefusalCode

export function writeSignRequest({ kid, items }: SignRequest): Uint8Array {
  return writeCbor([kid, items])
}

/** @throws Fault `request.shape`, `request.size` */
export function readSignRequest(bytes: Uint8Array): SignRequest {
  const request = read(bytes, MAX_REQUEST_BYTES, 'request.shape')
  const [kid, items, ...rest] = isArray(request) ? request : []
  if (!isBytes(kid) || kid.length !== KID_BYTES || rest.length > 0) throw new Fault('request.shape', 'kid')
  if (!isArray(items) || items.length === 0 || !items.every(isBytes)) throw new Fault('request.shape', 'items')
  if (items.length > MAX_ITEMS || items.some(({ length }) => length > MAX_ITEM_BYTES)) {
    throw new Fault('request.size', 'too many items, or one too long')
  }
  return { kid, items }
}

export function writeAnswers(answers: readonly Answer[]): Uint8Array {
  return writeCbor(answers)
}

/**
 * The answers to so many items; a code that is unknown counts as `signer.refused`.
 * @throws Fault `signer.refused` when it is no answer
 */
export function readAnswers(bytes: Uint8Array, count: number): readonly Answer[] {
  const answers = read(bytes, MAX_ANSWER_BYTES, 'signer.refused')
  if (!isArray(answers) || answers.length !== count) throw noAnswer()
  return answers.map((answer) => {
    if (typeof answer === 'string') return refusalCode(answer)
    if (!isBytes(answer)) throw noAnswer()
    return answer
  })
}

export function writeKeys(keys: readonly KeyIdentity[]): Uint8Array {
  return writeCbor(keys.map(({ kid, algorithm, spki }) => [kid, algorithm, spki]))
}

/** @throws Fault `signer.refused` when it is no answer */
export function readKeys(bytes: Uint8Array): readonly KeyIdentity[] {
  const keys = read(bytes, MAX_ANSWER_BYTES, 'signer.refused')
  if (!isArray(keys)) throw noAnswer()
  return keys.map((key) => {
    const [kid, algorithm, spki] = isArray(key) && key.length === 3 ? key : []
    if (!isBytes(kid) || !isAlgorithm(algorithm) || !isBytes(spki)) throw noAnswer()
    return { kid, algorithm, spki }
  })
}

export function writeCode(code: RefusalCode): Uint8Array {
  return writeCbor(code)
}

/** The code of an answer that is an error; `signer.refused` where it holds none. */
export function readCode(bytes: Uint8Array): RefusalCode {
  try {
    return refusalCode(String(read(bytes, 64, 'signer.refused')))
  } catch (error) {
    if (error instanceof Fault) return 'signer.refused'
    throw error
  }
}

function read(bytes: Uint8Array, maxBytes: number, code: RefusalCode): CborValue {
  return readCbor(bytes, { code, indefinite: false, maxBytes })
}

function isArray(value: CborValue): value is readonly CborValue[] {
  return Array.isArray(value)
}

function isBytes(value: CborValue): value is Uint8Array {
  return value instanceof Uint8Array
}

function isAlgorithm(value: CborValue): value is Algorithm {
  return value === 'ES256' || value === 'PS256'
}

function noAnswer(): Fault<'signer.refused'> {
  return new Fault('signer.refused', 'an answer that is none')
}
