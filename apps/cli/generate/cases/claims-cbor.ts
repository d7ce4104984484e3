import { array, hexItem, type Item, int, json, text, wideHead } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import { accepted, refusedAt } from '../expectations.ts'
import * as claims from '../faults/claims.ts'
import type { VerifyCase } from '../verify-case.ts'

const wrong = {
  spec: 'RFC 8949 §5.3, App. F',
  importance: 'high',
  expect: refusedAt('claims', 'claims.shape'),
} as const
const right = { spec: 'RFC 8949 §4.1', importance: 'high', expect: accepted } as const

const rightCases: readonly VerifyCase[] = [
  {
    ...right,
    id: 'claims/long-integers',
    about: 'exp in eight bytes, where four would do.',
    change: claims.claim(claims.EXP, wideHead(0, 1_682_899_200, 8)),
  },
  { ...right, id: 'claims/reversed-order', about: 'The claims in another order.', change: claims.reversed },
  {
    ...right,
    id: 'claims/open-map',
    about: 'The claims in a map of indefinite length.',
    importance: 'medium',
    change: claims.openMap,
  },
  {
    ...right,
    id: 'claims/text-in-chunks',
    about: 'A name in two chunks of a text of indefinite length.',
    spec: 'RFC 8949 §3.2.3',
    importance: 'low',
    change: claims.encoded({ 'nam.fnt': joinBytes([0x7f], text('NGU'), text('YEN'), [0xff]) }),
  },
  {
    ...right,
    id: 'claims/text-key-shadow',
    about: 'The text key "4" beside the integer 4: another key, which is no exp.',
    spec: 'RFC 8949 §5.6',
    change: claims.added(text('4'), int(0)),
  },
  {
    ...right,
    id: 'claims/unknown-claim',
    about: 'A claim that nobody knows.',
    spec: 'RFC 8392 §3',
    change: claims.added(int(99), json({ a: [1] })),
  },
]

const wrongCases: readonly VerifyCase[] = [
  { ...wrong, id: 'claims/cut', about: 'The last byte of the payload is missing.', change: claims.cut },
  { ...wrong, id: 'claims/trailing-byte', about: 'A byte after the claims.', change: claims.trailingByte },
  {
    ...wrong,
    id: 'claims/text-payload',
    about: 'A text, no map.',
    officialId: 'CBO1',
    change: claims.payload(() => text('SAMPLE')),
  },
  {
    ...wrong,
    id: 'claims/array-payload',
    about: 'The claims as an array.',
    officialId: 'CBO2',
    change: claims.payload((_, { claims: all }) => array(...all.map(([, value]) => value))),
  },
  {
    ...wrong,
    id: 'claims/deep',
    about: 'Arrays seventeen deep.',
    spec: 'RFC 8949 §10; our limit of 16',
    change: claims.added(int(99), nested(17)),
  },
  {
    ...wrong,
    id: 'claims/very-deep',
    about: 'Arrays three thousand deep, too many for a recursive reader.',
    change: claims.added(int(99), nested(3000)),
  },
  {
    ...wrong,
    id: 'claims/many-items',
    about: 'An array of five thousand numbers.',
    spec: 'our limit of 4,096 items',
    importance: 'medium',
    change: claims.added(int(99), array(...Array(5000).fill(int(0)))),
  },
  {
    ...wrong,
    id: 'claims/huge-map',
    about: 'A map that claims 2^32 − 1 entries.',
    change: claims.payload(() => hexItem('baffffffff')),
  },
  {
    ...wrong,
    id: 'claims/reserved-length',
    about: 'A length of the reserved form 28.',
    importance: 'medium',
    change: claims.added(int(99), hexItem('1c')),
  },
  {
    ...wrong,
    id: 'claims/lone-break',
    about: 'A break outside any open item.',
    importance: 'medium',
    change: claims.added(int(99), hexItem('ff')),
  },
  {
    ...wrong,
    id: 'claims/simple-value',
    about: 'The unassigned simple value 16.',
    importance: 'medium',
    change: claims.added(int(99), hexItem('f0')),
  },
  {
    ...wrong,
    id: 'claims/number-nan',
    about: 'NaN anywhere.',
    importance: 'medium',
    change: claims.added(int(99), hexItem('f97e00')),
  },
  {
    ...wrong,
    id: 'claims/number-2-64',
    about: 'An integer of 2^64 − 1, beyond what a number holds exactly.',
    importance: 'medium',
    change: claims.added(int(99), hexItem('1bffffffffffffffff')),
  },
  {
    ...wrong,
    id: 'claims/key-bytes',
    about: 'A byte string as key.',
    importance: 'medium',
    change: claims.added(hexItem('4104'), int(0)),
  },
  {
    ...wrong,
    id: 'claims/key-float',
    about: '4.0 as key, which some readers take for 4.',
    importance: 'medium',
    change: claims.added(hexItem('f94400'), int(0)),
  },
]

export const claimsCborCases: readonly VerifyCase[] = [...rightCases, ...wrongCases]

function nested(depth: number): Item {
  return joinBytes(...Array.from({ length: depth }, () => [0x81]), [0])
}
