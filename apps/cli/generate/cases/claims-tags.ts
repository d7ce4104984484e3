import { hexItem, type Item, int, tag, text, wideHead } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import { accepted, refusedAt } from '../expectations.ts'
import * as claims from '../faults/claims.ts'
import { testDcc } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'

const { EXP } = claims
const tagged = {
  spec: 'RFC 8949 §3.4; SpecialCaseHandling',
  importance: 'high',
  expect: refusedAt('claims', 'claims.shape'),
} as const

const sampleTime = tag(0, text('2022-05-30T08:12:00Z'))

/** Tag 0 stands in real certificates; no other may. */
export const claimsTagCases: readonly VerifyCase[] = [
  {
    ...tagged,
    id: 'claims/tag-0',
    about: 'Tag 0 around the sample time of a test, as five countries wrote it.',
    spec: 'SpecialCaseHandling; RFC 8949 §3.4.1',
    certificate: { dcc: testDcc },
    change: claims.encoded({ 't.0.sc': sampleTime }),
    expect: accepted,
  },
  {
    ...tagged,
    id: 'claims/tag-0-strict',
    about: 'Tag 0 around the sample time of a test, in the strict profile.',
    spec: 'eu-dcc-schema 1.3.2',
    importance: 'low',
    certificate: { dcc: testDcc },
    change: claims.encoded({ 't.0.sc': sampleTime }),
    profile: 'strict',
  },
  {
    ...tagged,
    id: 'claims/tag-0-integer',
    about: 'Tag 0 around a number, where it wants a text.',
    importance: 'medium',
    change: claims.encoded({ dob: tag(0, int(0)) }),
  },
  {
    ...tagged,
    id: 'claims/tag-1',
    about: 'exp under tag 1, which RFC 8392 forbids.',
    spec: 'RFC 8392 §2',
    change: claims.claim(EXP, tag(1, int(1_682_899_200))),
  },
  {
    ...tagged,
    id: 'claims/tag-bignum',
    about: 'A big integer of 600 bytes, which some readers turn into seconds of work.',
    change: claims.added(int(99), bignum()),
  },
  {
    ...tagged,
    id: 'claims/tag-decimal',
    about: 'exp as a decimal fraction of 1e999999999.',
    change: claims.claim(EXP, hexItem('c4821a3b9ac9ff01')),
  },
  {
    ...tagged,
    id: 'claims/tag-regexp',
    about: 'A regular expression, which some readers compile.',
    change: claims.added(int(99), hexItem('d823652861612b2924')),
  },
  {
    ...tagged,
    id: 'claims/tag-cycle',
    about: 'An array that holds itself by the tags 28 and 29.',
    change: claims.added(int(99), hexItem('d81c81d81d00')),
  },
  {
    ...tagged,
    id: 'claims/tag-self-described',
    about: 'Tag 55799 around the claims.',
    change: claims.payload((right) => joinBytes([0xd9, 0xd9, 0xf7], right)),
  },
]

function bignum(): Item {
  return joinBytes([0xc2], wideHead(2, 600, 2), new Uint8Array(600).fill(0xff))
}
