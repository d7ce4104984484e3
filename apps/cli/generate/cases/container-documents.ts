import { type Encodable, type Entries, int, json } from '../bytes/cbor.ts'
import { accepted, undecidedAt } from '../expectations.ts'
import * as claims from '../faults/claims.ts'
import * as health from '../health-documents.ts'
import { vaccinationDcc } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'

const { found } = health

/** Documents by their labels, in this order. */
export function holding(...documents: readonly (readonly [label: number, document: Encodable])[]): {
  readonly hcert: Entries
} {
  return { hcert: documents.map(([label, document]) => [int(label), json(document)]) }
}

/** Signature, signer and times are right; there are no rules for the content. */
export const unjudged = {
  spec: 'smart-trust hcert 1.1.1; smart-trust logical model HCert',
  importance: 'medium',
  expect: undecidedAt('content', 'content.no-rules'),
} as const

const kindCases: readonly VerifyCase[] = [
  {
    ...unjudged,
    id: 'container/icvp',
    about: 'An ICVP for a child, with a guardian.',
    spec: 'smart-icvp 0.3.0 (DVCMin)',
    certificate: holding([-6, health.icvp]),
    documents: [health.icvpFound],
  },
  {
    ...unjudged,
    id: 'container/icvp-trial',
    about: 'An ICVP of the trials: one vaccination that is no list, an issuer XCL, no exp.',
    spec: 'smart-icvp (test data of 2024)',
    certificate: { ...holding([-6, health.trialIcvp]), iss: 'XCL' },
    change: claims.without(claims.EXP),
    documents: [health.trialIcvpFound],
  },
  {
    ...unjudged,
    id: 'container/icvp-strict',
    about: 'An ICVP in the strict profile, with iss, iat and exp.',
    certificate: holding([-6, health.icvp]),
    profile: 'strict',
    documents: [health.icvpFound],
  },
  {
    ...unjudged,
    id: 'container/ddcc-vs',
    about: 'A DDCC:VS, vaccination status.',
    spec: 'DDCCCoreDataSetVS RC2',
    certificate: holding([3, health.ddccVaccination]),
    documents: [health.ddccVaccinationFound],
  },
  {
    ...unjudged,
    id: 'container/ddcc-vs-flat',
    about: 'A DDCC:VS as its first issuers wrote it: flat, in snake case, with null.',
    spec: 'DDCCCoreDataSetVS RC2',
    certificate: holding([3, health.flatVaccination]),
    documents: [health.flatVaccinationFound],
  },
  {
    ...unjudged,
    id: 'container/ddcc-tr',
    about: 'A DDCC:TR, test result, with a group that its model does not know.',
    spec: 'DDCCCoreDataSetTR RC2',
    certificate: holding([4, health.ddccTest]),
    documents: [health.ddccTestFound],
  },
  {
    ...unjudged,
    id: 'container/link-text',
    about: 'A health link as a text, as the logical model has it.',
    certificate: holding([5, health.link]),
    documents: [found(5, 'Health link', [['', 'Link', health.link]])],
  },
  {
    ...unjudged,
    id: 'container/link-list',
    about: 'A health link as a list of maps, as verifiers read it.',
    certificate: holding([5, [{ u: health.link }]]),
    documents: [found(5, 'Health link', [['0.u', 'Link', health.link]])],
  },
  {
    ...unjudged,
    id: 'container/proposed',
    about: 'A document under label 2, which was proposed and never assigned.',
    certificate: holding([2, { n: 'Nguyễn Thị Ngọc Lan' }]),
    documents: [found(2, 'RACSEL DDVC', [['n', undefined, 'Nguyễn Thị Ngọc Lan']])],
  },
  {
    ...unjudged,
    id: 'container/unknown',
    about: 'A document under a label that nobody assigned.',
    certificate: holding([-77, { n: 'Nguyễn Thị Ngọc Lan' }]),
    documents: [found(-77, 'unknown', [['n', undefined, 'Nguyễn Thị Ngọc Lan']])],
  },
]

const severalCases: readonly VerifyCase[] = [
  {
    ...unjudged,
    id: 'container/several',
    about: 'A health link and an ICVP: both are shown.',
    certificate: holding([5, health.link], [-6, health.trialIcvp]),
    documents: [found(5, 'Health link', [['', 'Link', health.link]]), health.trialIcvpFound],
  },
  {
    ...unjudged,
    id: 'container/dcc-null',
    about: 'Null for the certificate, and an ICVP: null is as good as absent.',
    certificate: holding([1, null], [-6, health.trialIcvp]),
    documents: [health.trialIcvpFound],
  },
  {
    ...unjudged,
    id: 'container/dcc-beside',
    about: 'An ICVP behind the certificate: the certificate decides.',
    importance: 'high',
    certificate: holding([1, vaccinationDcc], [-6, health.icvp]),
    expect: accepted,
  },
  {
    ...unjudged,
    id: 'container/dcc-behind',
    about: 'An ICVP before the certificate: the certificate decides.',
    importance: 'high',
    certificate: holding([-6, health.icvp], [1, vaccinationDcc]),
    expect: accepted,
  },
]

export const containerDocumentCases: readonly VerifyCase[] = [...kindCases, ...severalCases]
