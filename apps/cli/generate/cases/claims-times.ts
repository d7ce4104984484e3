import { float64, hexItem, int, text } from '../bytes/cbor.ts'
import { accepted, refusedAt } from '../expectations.ts'
import * as claims from '../faults/claims.ts'
import { seconds, type VerifyCase } from '../verify-case.ts'

const { EXP, IAT, NBF } = claims
const wrong = {
  spec: 'hcert §3.3.5–6; RFC 8392 §2',
  importance: 'high',
  expect: refusedAt('claims', 'claims.shape'),
} as const
const unusual = { ...wrong, importance: 'medium' } as const
const strict = { ...wrong, importance: 'low', profile: 'strict' } as const
const right = { spec: 'hcert §3.3.5–6', importance: 'high', expect: accepted } as const

const IN_MAY = seconds('2022-05-01T00:00:00Z')
const A_YEAR_LATER = seconds('2023-05-01T00:00:00Z')

const timeCases: readonly VerifyCase[] = [
  {
    ...wrong,
    id: 'claims/exp-nan',
    about: 'exp is NaN, as a real certificate had it: compared with any time it never passes.',
    change: claims.claim(EXP, hexItem('f97e00')),
  },
  { ...wrong, id: 'claims/exp-infinity', about: 'exp is infinite.', change: claims.claim(EXP, hexItem('f97c00')) },
  { ...wrong, id: 'claims/exp-text', about: 'exp is a text.', change: claims.claim(EXP, text('1682899200')) },
  {
    ...wrong,
    id: 'claims/exp-date-text',
    about: 'exp is a date as text.',
    change: claims.claim(EXP, text('2023-05-01')),
  },
  { ...wrong, id: 'claims/exp-negative', about: 'exp before 1970.', change: claims.claim(EXP, int(-1)) },
  {
    ...wrong,
    id: 'claims/exp-milliseconds',
    about: 'exp in milliseconds: good until the year 55299.',
    change: claims.claim(EXP, int(A_YEAR_LATER * 1000)),
  },
  { ...wrong, id: 'claims/exp-null', about: 'exp is null.', change: claims.claim(EXP, hexItem('f6')) },
  { ...unusual, id: 'claims/exp-undefined', about: 'exp is undefined.', change: claims.claim(EXP, hexItem('f7')) },
  { ...unusual, id: 'claims/exp-true', about: 'exp is true.', change: claims.claim(EXP, hexItem('f5')) },
  {
    ...unusual,
    id: 'claims/exp-array',
    about: 'exp is an array of one time.',
    change: claims.claim(EXP, hexItem('811a644ed800')),
  },
  { ...unusual, id: 'claims/exp-1e300', about: 'exp is 1e300.', change: claims.claim(EXP, float64(1e300)) },
  {
    ...unusual,
    id: 'claims/exp-bignum',
    about: 'exp is a big integer.',
    change: claims.claim(EXP, hexItem('c249010000000000000000')),
  },
  { ...wrong, id: 'claims/iat-text', about: 'iat is a text.', change: claims.claim(IAT, text('1651363200')) },
  {
    ...wrong,
    id: 'claims/iat-milliseconds',
    about: 'iat in milliseconds.',
    change: claims.claim(IAT, int(IN_MAY * 1000)),
  },
  { ...unusual, id: 'claims/nbf-text', about: 'nbf is a text.', change: claims.added(int(NBF), text('2022-05-01')) },
]

const floatCases: readonly VerifyCase[] = [
  {
    ...right,
    id: 'claims/exp-float',
    about: 'exp as a floating point number without a fraction.',
    change: claims.claim(EXP, float64(A_YEAR_LATER)),
  },
  {
    ...right,
    id: 'claims/iat-float',
    about: 'iat with a fraction, as twenty-two real test certificates have it.',
    change: claims.claim(IAT, float64(IN_MAY + 0.25)),
  },
  {
    ...strict,
    id: 'claims/iat-float-strict',
    about: 'iat with a fraction, in the strict profile.',
    officialId: 'I-CO4',
    change: claims.claim(IAT, float64(IN_MAY + 0.25)),
  },
]

export const claimsTimeCases: readonly VerifyCase[] = [...timeCases, ...floatCases]
