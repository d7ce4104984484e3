import { int } from '../bytes/cbor.ts'
import { accepted, refusedAt } from '../expectations.ts'
import * as headers from '../faults/headers.ts'
import * as signature from '../faults/signature.ts'
import type { VerifyCase } from '../verify-case.ts'

const pss = {
  spec: 'RFC 8230 §2',
  importance: 'high',
  certificate: { key: 'dsc-rsa' },
  expect: refusedAt('signature', 'signature.mismatch'),
} as const
const length = { ...pss, expect: refusedAt('message', 'cose.shape') } as const
const otherKey = { spec: 'hcert §3.3.2', importance: 'high', expect: refusedAt('signer', 'cose.algorithm') } as const

const rsaCases: readonly VerifyCase[] = [
  {
    ...pss,
    id: 'message/ps256',
    about: 'PS256 with a key of 2048 bits; the salt is fixed, so that the vector stays the same.',
    officialId: 'CO1',
    expect: accepted,
  },
  { ...pss, id: 'message/ps256-one-bit', about: 'One bit of a PS256 signature turned.', change: signature.oneBit },
  {
    ...pss,
    id: 'message/ps256-no-salt',
    about: 'PSS without salt.',
    change: signature.pss({ salt: new Uint8Array() }),
  },
  {
    ...pss,
    id: 'message/ps256-salt-20',
    about: 'PSS with a salt of 20 bytes.',
    change: signature.pss({ salt: new Uint8Array(20) }),
  },
  {
    ...pss,
    id: 'message/ps256-salt-64',
    about: 'PSS with a salt of 64 bytes.',
    change: signature.pss({ salt: new Uint8Array(64) }),
  },
  {
    ...pss,
    id: 'message/ps256-mgf-sha1',
    about: 'PSS whose mask is made with SHA-1.',
    change: signature.pss({ salt: new Uint8Array(32), mgfHash: 'sha1' }),
  },
  {
    ...pss,
    id: 'message/ps256-sha384',
    about: 'PSS over SHA-384.',
    change: signature.pss({ salt: new Uint8Array(32), hash: 'sha384' }),
  },
  { ...pss, id: 'message/ps256-pkcs1', about: 'PKCS#1 v1.5 padding under the name PS256.', change: signature.pkcs1 },
  { ...pss, id: 'message/ps256-257-bytes', about: 'A zero before the signature.', change: signature.leadingZero },
  {
    ...length,
    id: 'message/ps256-255-bytes',
    about: 'The last byte of a PS256 signature is missing.',
    change: signature.oneByteShort,
  },
]

const confusedCases: readonly VerifyCase[] = [
  {
    ...otherKey,
    id: 'message/es256-under-rsa-kid',
    about: 'ES256 and a signature that fits, under the kid of an RSA key.',
    officialId: 'CO27',
    change: headers.kid(headers.kidOf('dsc-rsa')),
  },
  {
    ...otherKey,
    id: 'message/ps256-under-ec-kid',
    about: 'PS256 and a signature that fits, under the kid of an EC key.',
    officialId: 'CO27',
    certificate: { key: 'dsc-rsa' },
    change: headers.kid(headers.kidOf('dsc-all')),
  },
  {
    ...length,
    id: 'message/es256-over-rsa-signature',
    about: 'ES256 in the header, the PS256 signature of an RSA key behind it.',
    officialId: 'CO27',
    certificate: { key: 'dsc-rsa' },
    change: headers.algorithm(int(-7)),
  },
]

export const messagePs256Cases: readonly VerifyCase[] = [...rsaCases, ...confusedCases]
