import { map } from '../bytes/cbor.ts'
import { accepted, refusedAt } from '../expectations.ts'
import * as headers from '../faults/headers.ts'
import * as signature from '../faults/signature.ts'
import type { VerifyCase } from '../verify-case.ts'

const mismatch = {
  spec: 'RFC 9052 §4.4',
  importance: 'high',
  expect: refusedAt('signature', 'signature.mismatch'),
} as const
const length = { spec: 'RFC 9053 §2.1', importance: 'high', expect: refusedAt('message', 'cose.shape') } as const
const right = { spec: 'RFC 9053 §2.1', importance: 'high', expect: accepted } as const

const ecdsaCases: readonly VerifyCase[] = [
  {
    ...right,
    id: 'message/es256-high-s',
    about: 's above half the order, as in every second signature.',
    change: signature.highS,
  },
  { ...right, id: 'message/es256-low-s', about: 's below half the order.', change: signature.lowS },
  {
    ...mismatch,
    id: 'message/other-key',
    about: 'Signed by a key that is not the one the kid names.',
    officialId: 'CO5',
    change: signature.signedBy('stranger'),
  },
  { ...mismatch, id: 'message/one-bit', about: 'One bit of the signature turned.', change: signature.oneBit },
  {
    ...mismatch,
    id: 'message/signature-zeros',
    about: 'r and s both 0.',
    spec: 'SEC 1 §4.1.4',
    change: signature.zeros,
  },
  {
    ...mismatch,
    id: 'message/s-out-of-range',
    about: 's above the order of the curve.',
    spec: 'SEC 1 §4.1.4',
    change: signature.sOutOfRange,
  },
  {
    ...mismatch,
    id: 'message/payload-changed',
    about: 'One bit of the payload turned after it was signed.',
    change: signature.signedBefore(({ payload }) => ({
      payload: payload.map((byte, at) => (at === 30 ? byte ^ 1 : byte)),
    })),
  },
  {
    ...mismatch,
    id: 'message/payload-reordered',
    about: 'The same claims in another order than when they were signed.',
    change: signature.signedBefore(({ claims }) => ({ payload: map(claims.toReversed()) })),
  },
  {
    ...mismatch,
    id: 'message/protected-re-encoded',
    about: 'A protected header signed in long forms and sent in short ones.',
    change: signature.signedBefore((below) => ({ protectedBytes: headers.inLongForms(below) })),
  },
  {
    ...mismatch,
    id: 'message/payload-alone-signed',
    about: 'Signed over the payload without its Sig_structure.',
    change: signature.signedOver(({ payload }) => payload),
  },
  {
    ...mismatch,
    id: 'message/other-context',
    about: 'Signed under the context CounterSignature.',
    change: signature.otherStructure('CounterSignature'),
  },
  {
    ...mismatch,
    id: 'message/external-data',
    about: 'Signed with external data.',
    change: signature.otherStructure('Signature1', Uint8Array.of(1)),
  },
]

const lengthCases: readonly VerifyCase[] = [
  { ...length, id: 'message/signature-empty', about: 'A signature of no bytes.', change: signature.empty },
  {
    ...length,
    id: 'message/signature-63',
    about: 'A signature without its last byte.',
    change: signature.oneByteShort,
  },
  { ...length, id: 'message/signature-65', about: 'One byte more.', change: signature.oneByteMore },
  {
    ...length,
    id: 'message/signature-66-padded',
    about: 'A zero before r and one before s: the same numbers, another revocation hash.',
    change: signature.padded,
  },
  {
    ...length,
    id: 'message/signature-der',
    about: 'A DER signature of 70 bytes or more in place of r‖s.',
    officialId: 'CO24',
    change: signature.der,
  },
]

export const messageSignatureCases: readonly VerifyCase[] = [...ecdsaCases, ...lengthCases]
