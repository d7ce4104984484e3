import { hexItem, int, json, text } from '../bytes/cbor.ts'
import { accepted, refusedAt, undecidedAt } from '../expectations.ts'
import * as claims from '../faults/claims.ts'
import { found, type Row } from '../health-documents.ts'
import { lan, vaccination } from '../people.ts'
import type { VerifyCase } from '../verify-case.ts'

const { EXP, HCERT, IAT, ISS } = claims
const noClaim = {
  spec: 'hcert §3.3.3–7',
  importance: 'high',
  expect: refusedAt('claims', 'claims.shape'),
} as const
const right = { spec: 'hcert §3.3.4–6', importance: 'high', expect: accepted } as const
const strict = { ...noClaim, importance: 'low', profile: 'strict' } as const

/** The fields of the certificate for one who does not know what they are. */
const dccRows: readonly Row[] = [
  ['ver', undefined, '1.3.0'],
  ...Object.entries(lan.nam).map(([name, value]): Row => [`nam.${name}`, undefined, value]),
  ['dob', undefined, lan.dob],
  ...Object.entries(vaccination).map(([name, value]): Row => [`v.0.${name}`, undefined, String(value)]),
]

const absentCases: readonly VerifyCase[] = [
  {
    ...right,
    id: 'claims/no-exp',
    about: 'Without exp, as WHO wrote some: it does not expire.',
    importance: 'medium',
    change: claims.without(EXP),
  },
  { ...right, id: 'claims/no-iat', about: 'Without iat.', importance: 'medium', change: claims.without(IAT) },
  {
    ...right,
    id: 'claims/no-iss',
    about: 'Without iss: the country is the one of the key.',
    importance: 'medium',
    change: claims.without(ISS),
  },
  {
    ...right,
    id: 'claims/hcert-alone',
    about: 'Without iss, iat and exp.',
    importance: 'medium',
    change: claims.without(ISS, EXP, IAT),
  },
  { ...strict, id: 'claims/no-exp-strict', about: 'Without exp, in the strict profile.', change: claims.without(EXP) },
  { ...strict, id: 'claims/no-iat-strict', about: 'Without iat, in the strict profile.', change: claims.without(IAT) },
  {
    ...strict,
    id: 'claims/no-iss-strict',
    about: 'Without iss, in the strict profile.',
    spec: 'hcert §3.3.4',
    change: claims.without(ISS),
  },
]

const hcertCases: readonly VerifyCase[] = [
  {
    ...noClaim,
    id: 'claims/iss-number',
    about: 'iss is a number.',
    importance: 'medium',
    change: claims.claim(ISS, int(704)),
  },
  {
    ...noClaim,
    id: 'claims/iss-null',
    about: 'iss is null.',
    importance: 'medium',
    change: claims.claim(ISS, hexItem('f6')),
  },
  { ...noClaim, id: 'claims/no-hcert', about: 'Without a certificate.', change: claims.without(HCERT) },
  {
    ...noClaim,
    id: 'claims/hcert-null',
    about: 'Null for the certificate.',
    change: claims.claim(HCERT, hexItem('f6')),
  },
  {
    ...noClaim,
    id: 'claims/hcert-empty',
    about: 'An empty map of certificates.',
    change: claims.claim(HCERT, json({})),
  },
  {
    ...noClaim,
    id: 'claims/hcert-text',
    about: 'A text for the certificate.',
    change: claims.claim(HCERT, text('SAMPLE')),
  },
  {
    ...noClaim,
    id: 'claims/hcert-version-2',
    about: 'A certificate under label 2, which is that of another document: shown, not judged.',
    spec: 'smart-trust logical model HCert',
    expect: undecidedAt('content', 'content.no-rules'),
    change: claims.hcertUnder(int(2)),
    documents: [found(2, 'RACSEL DDVC', dccRows)],
  },
  {
    ...noClaim,
    id: 'claims/hcert-text-key',
    about: 'The certificate under the text "1".',
    change: claims.hcertUnder(text('1')),
  },
  {
    ...noClaim,
    id: 'claims/dcc-array',
    about: 'The certificate as an array.',
    change: claims.claim(HCERT, hexItem('a10180')),
  },
]

export const claimsHcertCases: readonly VerifyCase[] = [...absentCases, ...hcertCases]
