import { joinBytes } from '../bytes/hex.ts'
import { extension } from '../bytes/x509-certificate.ts'
import { boolean, der, integer, octetString, oid, sequence } from '../bytes/x509-der.ts'
import type { ChainCase, Change } from '../chain-case.ts'
import { refusedBy, tolerates, trusted } from '../chain-expectations.ts'

const form = { spec: 'X.690 §10', importance: 'high', expect: refusedBy('dsc-form', 'chain.form') } as const
const serial = {
  spec: 'RFC 5280 §4.1.2.2',
  importance: 'medium',
  expect: refusedBy('dsc-serial', 'chain.serial'),
} as const
const version = {
  spec: 'RFC 5280 §4.1.2.1',
  importance: 'medium',
  expect: refusedBy('dsc-version', 'chain.version'),
} as const

const noExtensions = { usage: undefined, subjectKeyId: undefined, authorityKeyId: undefined, constraints: undefined }

const formCases: readonly ChainCase[] = [
  { ...form, id: 'chain/form-one-byte', about: 'A single byte.', dsc: { wrap: () => Uint8Array.of(0x30) } },
  {
    ...form,
    id: 'chain/form-trailing',
    about: 'A byte follows the certificate.',
    dsc: { wrap: (bytes) => joinBytes(bytes, [0]) },
  },
  {
    ...form,
    id: 'chain/form-truncated',
    about: 'The last byte is missing.',
    dsc: { wrap: (bytes) => bytes.subarray(0, -1) },
  },
  {
    ...form,
    id: 'chain/form-long-length',
    about: 'The length in three bytes where two suffice: BER, not DER.',
    dsc: { wrap: (bytes) => joinBytes([0x30, 0x83, 0], bytes.subarray(2)) },
  },
  {
    ...form,
    id: 'chain/form-open-length',
    about: 'An open length, closed by two zeros: BER, not DER.',
    dsc: { wrap: (bytes) => joinBytes([0x30, 0x80], bytes.subarray(4), [0, 0]) },
  },
  {
    ...form,
    id: 'chain/form-csca-trailing',
    about: 'A byte follows the CSCA.',
    csca: { wrap: (bytes) => joinBytes(bytes, [0]) },
    expect: refusedBy('csca-form', 'chain.form'),
  },
  {
    ...form,
    id: 'chain/form-huge',
    about: 'A certificate of more than 16 KiB.',
    spec: 'our limit',
    dsc: { extensions: { foreign: extension('2.999', octetString(new Uint8Array(17_000))) } },
  },
  {
    ...form,
    id: 'chain/form-deep',
    about: 'Elements nested thirty deep.',
    spec: 'our limit',
    dsc: { unique: [nested(30)] },
  },
  {
    ...form,
    id: 'chain/form-boolean',
    about: 'A critical flag of 1, where TRUE is 255.',
    spec: 'X.690 §11.1',
    dsc: flagged(1),
  },
  {
    ...form,
    id: 'chain/form-default',
    about: 'A critical flag of FALSE, which DER leaves out.',
    spec: 'X.690 §11.5',
    importance: 'low',
    dsc: flagged(0),
  },
  {
    ...form,
    id: 'chain/form-unknown-field',
    about: 'A field that no version of X.509 has.',
    dsc: { unique: [der(0x84, [0])] },
  },
  {
    ...form,
    id: 'chain/form-no-extension',
    about: 'A list of extensions with none in it.',
    spec: 'RFC 5280 §4.1 (SIZE 1 and more)',
    importance: 'low',
    dsc: { unique: [der(0xa3, sequence())], extensions: noExtensions },
  },
]

function flagged(value: number): Change {
  return { extensions: { flagged: sequence(oid('2.5.29.32'), boolean(value), octetString(sequence())) } }
}

function nested(depth: number): Uint8Array {
  return der(0xa2, depth === 0 ? [] : nested(depth - 1))
}

const fieldCases: readonly ChainCase[] = [
  { ...serial, id: 'chain/serial-negative', about: 'A negative serial number.', dsc: { serial: integer(0x80) } },
  { ...serial, id: 'chain/serial-zero', about: 'The serial number 0.', importance: 'low', dsc: { serial: integer(0) } },
  {
    ...serial,
    id: 'chain/serial-21-bytes',
    about: 'A serial number of 21 bytes.',
    importance: 'low',
    dsc: { serial: integer(1, ...new Uint8Array(20)) },
  },
  {
    ...serial,
    id: 'chain/serial-20-bytes',
    about: 'A serial number of 20 bytes, the most there may be.',
    dsc: { serial: integer(0x7f, ...new Uint8Array(19)) },
    expect: trusted,
  },
  {
    ...serial,
    id: 'chain/serial-csca',
    about: 'A CSCA with a negative serial number.',
    csca: { serial: integer(0xff) },
    expect: refusedBy('csca-serial', 'chain.serial'),
  },
  {
    ...form,
    id: 'chain/serial-padded',
    about: 'A serial number with a zero too many.',
    spec: 'X.690 §8.3.2',
    dsc: { serial: integer(0, 2) },
  },
  {
    ...version,
    id: 'chain/version-1',
    about: 'A document signer of version 1, as four on the WHO list: without extensions it is a leaf all the same.',
    importance: 'low',
    dsc: { version: undefined, extensions: noExtensions },
    expect: tolerates('dsc-version'),
  },
  {
    ...version,
    id: 'chain/version-1-strict',
    about: 'A document signer of version 1 where one makes document signers.',
    dsc: { version: undefined, extensions: noExtensions },
    profile: 'strict',
    expect: refusedBy('dsc-version', 'chain.v1'),
  },
  {
    ...version,
    id: 'chain/version-1-extensions',
    about: 'Version 1 with extensions, which it does not know.',
    dsc: { version: undefined },
  },
  { ...version, id: 'chain/version-2', about: 'Version 2.', dsc: { version: der(0xa0, integer(1)) } },
  { ...version, id: 'chain/version-4', about: 'A version that is none.', dsc: { version: der(0xa0, integer(3)) } },
  {
    ...version,
    id: 'chain/version-1-csca',
    about: 'A CSCA of version 1, which cannot say that it is one.',
    csca: { version: undefined, extensions: noExtensions },
    expect: {
      kind: 'refused',
      code: 'chain.version',
      checks: { 'csca-version': 'failed', 'csca-ca': 'failed', 'csca-usage': 'failed' },
    },
  },
]

/** Threat X7: form and fields. */
export const formAndFieldCases: readonly ChainCase[] = [...formCases, ...fieldCases]
