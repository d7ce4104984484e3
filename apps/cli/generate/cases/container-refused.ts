import { int, json, map, text } from '../bytes/cbor.ts'
import { refusedAt, undecidedAt } from '../expectations.ts'
import * as claims from '../faults/claims.ts'
import { signedBy } from '../faults/signature.ts'
import { icvp, icvpFound } from '../health-documents.ts'
import { vaccinationDcc } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'
import { holding, unjudged } from './container-documents.ts'

const anIcvp = {
  ...unjudged,
  importance: 'high',
  certificate: holding([-6, icvp]),
  documents: [icvpFound],
} as const

/** Signature, signer and times are checked as those of a certificate. */
const checkedCases: readonly VerifyCase[] = [
  {
    ...anIcvp,
    id: 'container/wrong-signature',
    about: 'An ICVP that another key signed.',
    change: signedBy('stranger'),
    expect: refusedAt('signature', 'signature.mismatch'),
  },
  {
    ...anIcvp,
    id: 'container/unknown-signer',
    about: 'An ICVP of a signer whom the list does not hold.',
    trust: 'empty',
    expect: undecidedAt('signer', 'signer.unknown'),
  },
  {
    ...anIcvp,
    id: 'container/expired',
    about: 'An ICVP a second after its exp.',
    clock: '2023-05-01T00:00:01Z',
    expect: refusedAt('time', 'dcc.expired'),
  },
  {
    ...anIcvp,
    id: 'container/not-yet',
    about: 'An ICVP a day before it was issued.',
    clock: '2022-04-30T00:00:00Z',
    expect: refusedAt('time', 'dcc.not-yet'),
  },
  {
    ...anIcvp,
    id: 'container/signer-expired',
    about: 'An ICVP signed by a key that is no longer valid.',
    certificate: { ...anIcvp.certificate, key: 'dsc-expired' },
    expect: refusedAt('validity', 'signer.expired'),
  },
  {
    ...anIcvp,
    id: 'container/other-country',
    about: 'An ICVP whose issuer is not the country of the key.',
    certificate: { ...anIcvp.certificate, iss: 'FR' },
    expect: refusedAt('country', 'signer.country'),
  },
  {
    ...anIcvp,
    id: 'container/key-for-tests',
    about: 'An ICVP signed by a key for tests alone: the key usages are those of EU events, and are not asked.',
    importance: 'low',
    certificate: { ...anIcvp.certificate, key: 'dsc-test' },
  },
]

const noContainer = {
  ...unjudged,
  importance: 'medium',
  expect: refusedAt('claims', 'claims.shape'),
} as const

const shapeCases: readonly VerifyCase[] = [
  {
    ...noContainer,
    id: 'container/no-exp-strict',
    about: 'An ICVP without exp, in the strict profile.',
    importance: 'low',
    certificate: holding([-6, icvp]),
    change: claims.without(claims.EXP),
    profile: 'strict',
  },
  {
    ...noContainer,
    id: 'container/null-documents',
    about: 'Null for every document.',
    certificate: holding([3, null], [-6, null]),
  },
  {
    ...noContainer,
    id: 'container/text-label',
    about: 'An ICVP under the text "-6".',
    change: claims.claim(claims.HCERT, map([[text('-6'), json(icvp)]])),
  },
  {
    ...noContainer,
    id: 'container/too-many',
    about: 'Nine documents: more than anybody holds.',
    importance: 'low',
    certificate: { hcert: Array.from({ length: 9 }, (_, index) => [int(-100 - index), json(icvp)]) },
  },
  {
    ...noContainer,
    id: 'container/dcc-list-beside',
    about: 'A certificate that is a list, and an ICVP: what claims to be a certificate is judged as one.',
    importance: 'high',
    certificate: holding([1, []], [-6, icvp]),
  },
  {
    ...noContainer,
    id: 'container/dcc-broken-beside',
    about: 'A certificate without an event, and an ICVP: the certificate decides.',
    importance: 'high',
    certificate: holding([-6, icvp], [1, { ...vaccinationDcc, v: [] }]),
    expect: refusedAt('claims', 'dcc.schema'),
  },
]

export const containerRefusedCases: readonly VerifyCase[] = [...checkedCases, ...shapeCases]
