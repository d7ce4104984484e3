import { hexItem, int, text } from '../bytes/cbor.ts'
import { joinBytes } from '../bytes/hex.ts'
import { refusedAt } from '../expectations.ts'
import * as claims from '../faults/claims.ts'
import type { Change } from '../layers.ts'
import type { VerifyCase } from '../verify-case.ts'

const { EXP } = claims
const twice = { spec: 'RFC 8949 §5.6', importance: 'high', expect: refusedAt('claims', 'claims.shape') } as const
const utf8 = { ...twice, spec: 'RFC 8949 §3.1' } as const

const duplicateCases: readonly VerifyCase[] = [
  {
    ...twice,
    id: 'claims/exp-twice',
    about: 'exp twice, the first one earlier.',
    change: claims.addedFirst(int(EXP), int(0)),
  },
  {
    ...twice,
    id: 'claims/exp-twice-last',
    about: 'exp twice, the second one later.',
    change: claims.added(int(EXP), int(2_000_000_000)),
  },
  {
    ...twice,
    id: 'claims/iat-twice-other-form',
    about: 'iat under 06 and under 1806, which is the same key.',
    change: claims.added(hexItem('1806'), int(0)),
  },
  {
    ...twice,
    id: 'claims/dob-twice',
    about: 'The date of birth twice.',
    change: claims.entry(text('dob'), text('2000-01-01')),
  },
  {
    ...twice,
    id: 'claims/dob-twice-in-chunks',
    about: 'The date of birth twice, once under a key in chunks.',
    importance: 'medium',
    change: claims.entry(joinBytes([0x7f], text('do'), text('b'), [0xff]), text('2000-01-01')),
  },
]

/** A family name whose encoding is broken. */
function brokenName(hex: string): Change {
  return claims.encoded({ 'nam.fn': hexItem(hex) })
}

const textCases: readonly VerifyCase[] = [
  { ...utf8, id: 'claims/utf8-broken', about: 'A name with a byte that starts nothing.', change: brokenName('62c328') },
  { ...utf8, id: 'claims/utf8-overlong', about: 'A NUL in two bytes.', change: brokenName('62c080') },
  {
    ...utf8,
    id: 'claims/utf8-surrogate',
    about: 'Half of a surrogate pair in three bytes.',
    change: brokenName('63eda080'),
  },
  {
    ...utf8,
    id: 'claims/utf8-split',
    about: 'A letter cut in two by chunks.',
    spec: 'RFC 8949 §3.2.3',
    importance: 'medium',
    change: brokenName('7f61c361a9ff'),
  },
  {
    ...utf8,
    id: 'claims/chunk-of-bytes',
    about: 'A byte string as chunk of a text.',
    spec: 'RFC 8949 §3.2.3',
    importance: 'medium',
    change: brokenName('7f4163ff'),
  },
]

export const claimsKeyCases: readonly VerifyCase[] = [...duplicateCases, ...textCases]
