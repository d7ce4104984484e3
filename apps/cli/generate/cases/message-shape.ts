import { hexItem, json, text, wideHead } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import { accepted, refusedAt } from '../expectations.ts'
import { payload } from '../faults/claims.ts'
import * as headers from '../faults/headers.ts'
import * as message from '../faults/message.ts'
import type { VerifyCase } from '../verify-case.ts'

const wrong = { spec: 'RFC 9052 §4.2', importance: 'high', expect: refusedAt('message', 'cose.shape') } as const
const unusual = { ...wrong, importance: 'medium' } as const
const notCbor = { ...unusual, spec: 'RFC 8949 §5.3, App. F' } as const
const tagged = { ...unusual, spec: 'RFC 8392 §6' } as const
const right = { spec: 'RFC 9052 §2, §4.2', importance: 'high', expect: accepted } as const

const tagCases: readonly VerifyCase[] = [
  { ...right, id: 'message/untagged', about: 'COSE_Sign1 without a tag.', change: message.tags() },
  {
    ...right,
    id: 'message/cwt-tag',
    about: 'The CWT tag 61 around tag 18.',
    officialId: 'CO28',
    change: message.tags(61, 18),
  },
  { ...tagged, id: 'message/cwt-tag-alone', about: 'The CWT tag without a COSE tag in it.', change: message.tags(61) },
  { ...tagged, id: 'message/tag-twice', about: 'Tag 18 twice.', change: message.tags(18, 18) },
  { ...tagged, id: 'message/tag-order', about: 'Tag 18 around tag 61.', change: message.tags(18, 61) },
  { ...tagged, id: 'message/tag-mac0', about: 'Tag 17, COSE_Mac0.', change: message.tags(17) },
  { ...tagged, id: 'message/tag-sign', about: 'Tag 98, COSE_Sign of many signers.', change: message.tags(98) },
  { ...tagged, id: 'message/tag-unknown', about: 'Tag 19, which means nothing here.', change: message.tags(19) },
  { ...tagged, id: 'message/tag-self-described', about: 'Tag 55799 around it all.', change: message.tags(55799, 18) },
]

const elementCases: readonly VerifyCase[] = [
  { ...wrong, id: 'message/three-elements', about: 'No signature at all.', change: message.withoutSignature },
  { ...wrong, id: 'message/five-elements', about: 'A fifth element.', change: message.fiveElements },
  { ...wrong, id: 'message/payload-detached', about: 'Null for the payload.', change: message.detachedPayload },
  { ...wrong, id: 'message/payload-empty', about: 'A payload of no bytes.', change: payload(() => new Uint8Array()) },
  {
    ...wrong,
    id: 'message/payload-bare-map',
    about: 'The claims as a map, not in a byte string.',
    change: message.bareMapPayload,
  },
  { ...unusual, id: 'message/header-bare-map', about: 'The protected header as a map.', change: message.bareMapHeader },
  {
    ...unusual,
    id: 'message/unprotected-bytes',
    about: 'The unprotected header in a byte string.',
    change: message.unprotectedBytes,
  },
  {
    ...unusual,
    id: 'message/unprotected-null',
    about: 'Null for the unprotected header.',
    change: message.unprotectedNull,
  },
  { ...unusual, id: 'message/signature-text', about: 'A text for the signature.', change: message.signatureText },
  { ...unusual, id: 'message/open-array', about: 'An array of indefinite length.', change: message.openArray },
  {
    ...unusual,
    id: 'message/payload-in-chunks',
    about: 'A payload of indefinite length.',
    change: message.payloadInChunks,
  },
]

const cborCases: readonly VerifyCase[] = [
  {
    ...right,
    id: 'message/long-array-head',
    about: 'Four elements, counted in two bytes.',
    importance: 'medium',
    change: longHead(),
  },
  {
    ...notCbor,
    id: 'message/no-bytes',
    about: 'A zlib stream of nothing.',
    change: message.message(() => new Uint8Array()),
  },
  { ...notCbor, id: 'message/plain-text', about: 'A text, no array.', change: message.message(() => text('SAMPLE')) },
  {
    ...notCbor,
    id: 'message/json',
    about: 'JSON in place of CBOR.',
    change: message.message(() => new TextEncoder().encode('{"v":[]}')),
  },
  { ...notCbor, id: 'message/map', about: 'A map, no array.', change: message.message(() => json({})) },
  {
    ...notCbor,
    id: 'message/trailing-byte',
    about: 'A byte after the message.',
    change: message.message((_, all) => joinBytes(all, [0])),
  },
  {
    ...notCbor,
    id: 'message/cut',
    about: 'The last byte of the message is missing.',
    change: message.message((_, all) => all.subarray(0, -1)),
  },
  {
    ...notCbor,
    id: 'message/huge-length',
    about: 'A byte string that claims 2^53 − 1 bytes: nothing may be allocated for it.',
    importance: 'high',
    change: message.message(() => hexItem('d2845b001fffffffffffff00')),
  },
  {
    ...notCbor,
    id: 'message/huge-array',
    about: 'An array that claims 2^32 − 1 elements.',
    importance: 'high',
    change: message.message(() => hexItem('d29affffffff')),
  },
  {
    ...notCbor,
    id: 'message/deep',
    about: 'Forty arrays in one another, in the unprotected header.',
    spec: 'RFC 8949 §10; our limit of 16',
    change: message.unprotectedDepth(40),
  },
  {
    ...notCbor,
    id: 'message/bignum',
    about: 'Tag 2, a big integer of 600 bytes.',
    change: headers.more('unprotected', text('x'), bignum()),
  },
]

export const messageShapeCases: readonly VerifyCase[] = [...tagCases, ...elementCases, ...cborCases]

function longHead() {
  return message.message((items) => joinBytes([0xd2], wideHead(4, 4, 2), ...items))
}

function bignum() {
  return joinBytes([0xc2], wideHead(2, 600, 2), new Uint8Array(600).fill(0xff))
}
