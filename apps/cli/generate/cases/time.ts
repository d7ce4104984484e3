import { int } from '../bytes/cbor.ts'
import { accepted, refusedAt } from '../expectations.ts'
import { added, NBF } from '../faults/claims.ts'
import { seconds, type VerifyCase } from '../verify-case.ts'

const right = { spec: 'hcert §3.3.5–6', importance: 'high', expect: accepted } as const
const early = { ...right, expect: refusedAt('time', 'dcc.not-yet') } as const
const late = { ...right, expect: refusedAt('time', 'dcc.expired') } as const

const iat = seconds('2022-05-01T00:00:00Z')

/** Issued 2022-05-01T00:00:00Z, good until 2023-05-01T00:00:00Z. */
const certificateCases: readonly VerifyCase[] = [
  {
    ...early,
    id: 'time/before-iat',
    about: 'A month before it was issued.',
    officialId: 'CO16',
    clock: '2022-04-01T00:00:00Z',
  },
  {
    ...early,
    id: 'time/beyond-skew',
    about: 'Six minutes before it was issued, beyond the allowance of five.',
    importance: 'low',
    clock: '2022-04-30T23:54:00Z',
  },
  {
    ...right,
    id: 'time/within-skew',
    about: 'Four minutes before it was issued: a clock may be wrong by so much.',
    importance: 'low',
    clock: '2022-04-30T23:56:00Z',
  },
  { ...right, id: 'time/at-iat', about: 'At the second of issue.', clock: '2022-05-01T00:00:00Z' },
  { ...right, id: 'time/before-exp', about: 'One second before exp.', clock: '2023-04-30T23:59:59Z' },
  { ...right, id: 'time/at-exp', about: 'At exp, the last second.', clock: '2023-05-01T00:00:00Z' },
  {
    ...late,
    id: 'time/after-exp',
    about: 'One second after exp: no allowance at this end.',
    clock: '2023-05-01T00:00:01Z',
  },
  {
    ...late,
    id: 'time/long-after-exp',
    about: 'Two years after exp.',
    officialId: 'CO17',
    clock: '2025-05-01T00:00:00Z',
  },
  { ...late, id: 'time/exp-before-iat', about: 'exp before iat: it never held.', certificate: { exp: iat - 1 } },
  { ...late, id: 'time/exp-zero', about: 'exp is 0, which is a time and not its absence.', certificate: { exp: 0 } },
  {
    ...early,
    id: 'time/before-nbf',
    about: 'A claim nbf that lies ahead.',
    spec: 'RFC 8392 §3.1.5',
    importance: 'medium',
    change: added(int(NBF), int(seconds('2022-07-01T00:00:00Z'))),
  },
  {
    ...right,
    id: 'time/after-nbf',
    about: 'A claim nbf that has passed.',
    spec: 'RFC 8392 §3.1.5',
    importance: 'medium',
    change: added(int(NBF), int(iat)),
  },
]

const signerRight = { ...right, spec: 'hcert §3.3.5, §5.1' } as const
const signerLate = { ...signerRight, expect: refusedAt('validity', 'signer.expired') } as const
const expired = { key: 'dsc-expired', iat: seconds('2022-01-01T00:00:00Z') } as const
const atTheEnd = { key: 'dsc-expired', iat: seconds('2022-04-01T00:01:40Z') } as const
const strict = { importance: 'low', profile: 'strict' } as const

/** `dsc-expired` is valid until 2022-04-01T00:00:00Z, all others from 2021-04-01T00:00:00Z to 2036-04-01T00:00:00Z. */
const signerCases: readonly VerifyCase[] = [
  {
    ...signerRight,
    id: 'time/signer-valid',
    about: 'A signer in the last second of its validity.',
    certificate: expired,
    clock: '2022-04-01T00:00:00Z',
  },
  {
    ...signerLate,
    id: 'time/signer-expired',
    about: 'A signer one second out of date.',
    certificate: expired,
    clock: '2022-04-01T00:00:01Z',
  },
  {
    ...signerLate,
    id: 'time/signer-long-expired',
    about: 'A signer two months out of date; the certificate itself still holds.',
    certificate: expired,
  },
  {
    ...signerLate,
    id: 'time/signer-not-yet',
    about: 'A signer that begins tomorrow.',
    certificate: { iat: seconds('2021-03-01T00:00:00Z') },
    clock: '2021-03-31T00:00:00Z',
  },
  {
    ...signerLate,
    id: 'time/issued-after-signer',
    about: 'Issued after the end of the signer, by a clock two minutes fast, and read at that end.',
    importance: 'medium',
    certificate: atTheEnd,
    clock: '2022-04-01T00:00:00Z',
  },
  {
    ...signerRight,
    id: 'time/exp-beyond-signer',
    about: 'exp beyond the signer, as seven real test certificates have it.',
    importance: 'medium',
    certificate: expired,
    clock: '2022-03-01T00:00:00Z',
  },
  {
    ...signerLate,
    ...strict,
    id: 'time/exp-beyond-signer-strict',
    about: 'exp beyond the signer, in the strict profile.',
    certificate: expired,
    clock: '2022-03-01T00:00:00Z',
  },
  {
    ...signerRight,
    id: 'time/issued-before-signer',
    about: 'iat before the signer begins, as four real test certificates have it.',
    importance: 'medium',
    certificate: { iat: seconds('2021-03-01T00:00:00Z') },
  },
  {
    ...signerLate,
    ...strict,
    id: 'time/issued-before-signer-strict',
    about: 'iat before the signer begins, in the strict profile.',
    certificate: { iat: seconds('2021-03-01T00:00:00Z') },
  },
]

export const timeCases: readonly VerifyCase[] = [...certificateCases, ...signerCases]
