import { der, generalizedTime, utcTime } from '../bytes/x509-der.ts'
import type { ChainCase } from '../chain-case.ts'
import { refusedBy, tolerates, trusted } from '../chain-expectations.ts'

const right = { spec: 'RFC 5280 §4.1.2.5', importance: 'high', expect: trusted } as const
const malformed = { ...right, importance: 'medium', expect: refusedBy('dsc-form', 'chain.form') } as const
const issue = { ...right, spec: 'hcert §3.3.5, §5.1' } as const

/** The CSCA is valid in 2021 to 2030, the document signer from 2021-04-01 to 2026-04-01, both ends included. */
const nowCases: readonly ChainCase[] = [
  {
    ...right,
    id: 'chain/validity-first-second',
    about: 'The first second of the document signer.',
    clock: '2021-04-01T00:00:00Z',
  },
  {
    ...right,
    id: 'chain/validity-last-second',
    about: 'The last second of the document signer.',
    clock: '2026-04-01T00:00:00Z',
  },
  {
    ...right,
    id: 'chain/validity-not-yet',
    about: 'A second before the document signer begins: no allowance for clocks.',
    clock: '2021-03-31T23:59:59Z',
    expect: refusedBy('dsc-now', 'chain.not-yet'),
  },
  {
    ...right,
    id: 'chain/validity-expired',
    about: 'A second after the document signer ended.',
    clock: '2026-04-01T00:00:01Z',
    expect: refusedBy('dsc-now', 'chain.dsc-expired'),
  },
  {
    ...right,
    id: 'chain/validity-csca-not-yet',
    about: 'A CSCA that begins after its document signer.',
    csca: { notBefore: utcTime('230101000000Z') },
    expect: refusedBy('csca-now', 'chain.not-yet'),
  },
  {
    ...right,
    id: 'chain/validity-csca-expired',
    about: 'The CSCA expired, its document signer did not: told, and tolerated where one reads.',
    spec: 'hcert §5.1 (being on the list counts most)',
    importance: 'low',
    csca: { notAfter: utcTime('220101000000Z') },
    expect: tolerates('csca-now'),
  },
  {
    ...right,
    id: 'chain/validity-csca-expired-strict',
    about: 'The CSCA expired, its document signer did not, where one makes document signers.',
    csca: { notAfter: utcTime('220101000000Z') },
    profile: 'strict',
    expect: refusedBy('csca-now', 'chain.csca-expired'),
  },
  {
    ...right,
    id: 'chain/validity-reversed',
    about: 'A document signer that ends before it begins, looked at after both.',
    dsc: { notBefore: utcTime('220101000000Z'), notAfter: utcTime('210601000000Z') },
    expect: refusedBy('dsc-now', 'chain.dsc-expired'),
  },
]

const issueCases: readonly ChainCase[] = [
  {
    ...issue,
    id: 'chain/validity-at-issue',
    about: 'Both were valid when the health certificate was signed.',
    issuedAt: '2022-05-01T00:00:00Z',
  },
  {
    ...issue,
    id: 'chain/validity-issued-before-dsc',
    about: 'The health certificate was signed before the document signer began.',
    issuedAt: '2021-03-01T00:00:00Z',
    expect: refusedBy('dsc-at-issue', 'chain.not-at-issue'),
  },
  {
    ...issue,
    id: 'chain/validity-issued-after-csca',
    about: 'The health certificate was signed after the CSCA expired.',
    csca: { notAfter: utcTime('220101000000Z') },
    issuedAt: '2022-05-01T00:00:00Z',
    expect: {
      kind: 'refused',
      code: 'chain.not-at-issue',
      checks: { 'csca-at-issue': 'failed', 'csca-now': 'tolerated' },
    },
  },
  {
    ...issue,
    id: 'chain/validity-issued-before-csca-expired',
    about: 'The CSCA expired after the health certificate was signed.',
    csca: { notAfter: utcTime('220515000000Z') },
    issuedAt: '2022-05-01T00:00:00Z',
    expect: tolerates('csca-now'),
  },
]

const formCases: readonly ChainCase[] = [
  {
    ...right,
    id: 'chain/validity-before-2000',
    about: 'UTCTime of 1950, the first year that it can tell.',
    csca: { notBefore: utcTime('500101120100Z') },
    dsc: { notBefore: utcTime('500101120100Z') },
  },
  {
    ...right,
    id: 'chain/validity-before-2000-expired',
    about: 'UTCTime of 1999 at the end: 99 is not 2099.',
    dsc: { notAfter: utcTime('990101120100Z') },
    expect: refusedBy('dsc-now', 'chain.dsc-expired'),
  },
  {
    ...right,
    id: 'chain/validity-utc-2049',
    about: 'UTCTime of 2049, the last year that it can tell.',
    dsc: { notAfter: utcTime('491231235959Z') },
  },
  {
    ...right,
    id: 'chain/validity-generalized-2050',
    about: 'GeneralizedTime of 2050.',
    dsc: { notAfter: generalizedTime('20500101120100Z') },
  },
  {
    ...right,
    id: 'chain/validity-generalized-9999',
    about: 'GeneralizedTime of the last second of 9999, which says that there is no end.',
    dsc: { notAfter: generalizedTime('99991231235959Z') },
  },
  {
    ...right,
    id: 'chain/validity-generalized-2021',
    about: 'GeneralizedTime of 2021: issuers should not, readers can.',
    importance: 'low',
    dsc: { notBefore: generalizedTime('20210401000000Z') },
  },
  {
    ...right,
    id: 'chain/validity-generalized-not-yet',
    about: 'GeneralizedTime of 2023 at the start.',
    dsc: { notBefore: generalizedTime('20230401000000Z') },
    expect: refusedBy('dsc-now', 'chain.not-yet'),
  },
  {
    ...malformed,
    id: 'chain/validity-no-seconds',
    about: 'UTCTime without seconds.',
    dsc: { notAfter: utcTime('2604010000Z') },
  },
  {
    ...malformed,
    id: 'chain/validity-offset',
    about: 'UTCTime with a zone in place of Z.',
    dsc: { notAfter: utcTime('260401000000+0700') },
  },
  {
    ...malformed,
    id: 'chain/validity-fraction',
    about: 'GeneralizedTime with a fraction.',
    dsc: { notAfter: generalizedTime('20260401000000.5Z') },
  },
  { ...malformed, id: 'chain/validity-no-day', about: '30 February.', dsc: { notAfter: utcTime('260230000000Z') } },
  {
    ...malformed,
    id: 'chain/validity-text',
    about: 'A text in place of a time.',
    dsc: { notAfter: der(0x0c, Buffer.from('260401000000Z')) },
  },
]

/** PKITS 4.2, and threat X3. */
export const validityCases: readonly ChainCase[] = [...nowCases, ...issueCases, ...formCases]
