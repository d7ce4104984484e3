import { array, hexItem, int, json, text } from '../bytes/cbor.ts'
import { accepted, refusedAt } from '../expectations.ts'
import * as headers from '../faults/headers.ts'
import type { VerifyCase } from '../verify-case.ts'

const { ALG } = headers
const wrong = { spec: 'hcert §3.3.2', importance: 'high', expect: refusedAt('message', 'cose.algorithm') } as const
const right = { spec: 'RFC 9052 §3', importance: 'high', expect: accepted } as const

export const messageAlgorithmCases: readonly VerifyCase[] = [
  { ...wrong, id: 'message/alg-es384', about: 'ES384.', officialId: 'CO4', change: headers.algorithm(int(-35)) },
  { ...wrong, id: 'message/alg-rs256', about: 'RS256, the old padding.', change: headers.algorithm(int(-257)) },
  { ...wrong, id: 'message/alg-ps384', about: 'PS384.', importance: 'medium', change: headers.algorithm(int(-38)) },
  { ...wrong, id: 'message/alg-eddsa', about: 'EdDSA.', importance: 'medium', change: headers.algorithm(int(-8)) },
  {
    ...wrong,
    id: 'message/alg-hmac',
    about: 'HMAC 256/256: a public key must never serve as its secret.',
    change: headers.algorithm(int(5)),
  },
  {
    ...wrong,
    id: 'message/alg-none',
    about: 'The text "none", known from JWT.',
    change: headers.algorithm(text('none')),
  },
  { ...wrong, id: 'message/alg-null', about: 'Null.', change: headers.algorithm(hexItem('f6')) },
  { ...wrong, id: 'message/alg-text', about: 'The text "ES256".', change: headers.algorithm(text('ES256')) },
  {
    ...wrong,
    id: 'message/alg-array',
    about: 'An array of −7.',
    importance: 'medium',
    change: headers.algorithm(array(int(-7))),
  },
  { ...wrong, id: 'message/alg-missing', about: 'No algorithm in either header.', change: headers.noAlgorithm },
  {
    ...right,
    id: 'message/alg-unprotected',
    about: 'The algorithm unprotected only: the key pins it, so nothing is lost.',
    importance: 'medium',
    change: headers.algorithmUnprotected,
  },
  {
    ...wrong,
    id: 'message/alg-unprotected-strict',
    about: 'The algorithm unprotected only, in the strict profile.',
    spec: 'hcert §3.3.1; RFC 9052 §3.1',
    importance: 'low',
    change: headers.algorithmUnprotected,
    profile: 'strict',
  },
  {
    ...right,
    id: 'message/alg-other-unprotected',
    about: 'Another algorithm in the unprotected header: the protected one counts.',
    change: headers.more('unprotected', int(ALG), int(-37)),
  },
  {
    ...right,
    id: 'message/protected-empty',
    about: 'A protected header of no bytes, alg and kid unprotected.',
    importance: 'medium',
    certificate: { unprotected: headers.algorithmAndKid },
    change: headers.protectedBytes(() => new Uint8Array()),
  },
  {
    ...right,
    id: 'message/protected-empty-map',
    about: 'A protected header that is an empty map, alg and kid unprotected.',
    importance: 'medium',
    certificate: { unprotected: headers.algorithmAndKid },
    change: headers.protectedBytes(() => json({})),
  },
]
