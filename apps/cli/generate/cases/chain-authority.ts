import { extension } from '../bytes/x509-certificate.ts'
import { boolean, integer, oid, sequence } from '../bytes/x509-der.ts'
import { cscaName } from '../bytes/x509-names.ts'
import { authorityKey, type ChainCase, constraints, usage } from '../chain-case.ts'
import { refusedBy, tolerates, trusted } from '../chain-expectations.ts'

const BASIC_CONSTRAINTS = 19
const KEY_USAGE = 15
const KEY_PURPOSES = 37

const basic = { spec: 'RFC 5280 §4.2.1.9', importance: 'high', expect: trusted } as const
const used = { ...basic, spec: 'RFC 5280 §4.2.1.3' } as const
const purposed = { ...basic, spec: 'hcert §A.4' } as const
const noCa = { ...basic, expect: refusedBy('csca-ca', 'chain.no-ca') } as const

function limited(value: Uint8Array, critical = true) {
  return { extensions: { constraints: extension(BASIC_CONSTRAINTS, value, critical) } }
}

function using(bits: number, critical = true) {
  return { extensions: { usage: extension(KEY_USAGE, usage(bits), critical) } }
}

function purposes(...oids: readonly string[]) {
  return { extensions: { purposes: extension(KEY_PURPOSES, sequence(...oids.map(oid))) } }
}

const constraintCases: readonly ChainCase[] = [
  {
    ...noCa,
    id: 'chain/ca-absent',
    about: 'An issuer without basic constraints is no CA.',
    csca: { extensions: { constraints: undefined } },
  },
  { ...noCa, id: 'chain/ca-false', about: 'An issuer that says it is no CA.', csca: limited(sequence()) },
  {
    ...noCa,
    id: 'chain/ca-path-length-alone',
    about: 'A path length without the CA flag.',
    csca: limited(sequence(integer(0))),
  },
  {
    ...basic,
    id: 'chain/ca-without-path-length',
    about: 'A CA without a path length.',
    csca: limited(sequence(boolean(0xff))),
  },
  {
    ...basic,
    id: 'chain/ca-path-length-1',
    about: 'A path length of 1: room for a CA that is not there.',
    csca: limited(sequence(boolean(0xff), integer(1))),
  },
  {
    ...basic,
    id: 'chain/ca-path-length-negative',
    about: 'A path length of −1.',
    csca: limited(sequence(boolean(0xff), integer(0xff))),
    expect: refusedBy('csca-extensions', 'chain.extensions'),
  },
  {
    ...basic,
    id: 'chain/ca-not-critical',
    about: 'A CA flag that is not critical, as behind three document signers of the WHO list.',
    importance: 'low',
    csca: limited(constraints, false),
    expect: tolerates('csca-ca'),
  },
  {
    ...basic,
    id: 'chain/ca-not-critical-strict',
    about: 'A CA flag that is not critical, where one makes CSCAs.',
    importance: 'low',
    csca: limited(constraints, false),
    profile: 'strict',
    expect: refusedBy('csca-ca', 'chain.ca-not-critical'),
  },
  {
    ...basic,
    id: 'chain/ca-in-dsc',
    about: 'A document signer that says it is a CA.',
    dsc: limited(constraints),
    expect: refusedBy('dsc-no-ca', 'chain.dsc-is-ca'),
  },
  {
    ...basic,
    id: 'chain/ca-false-in-dsc',
    about: 'A document signer that says it is no CA.',
    dsc: limited(sequence()),
  },
  {
    ...basic,
    id: 'chain/ca-false-written-out',
    about: 'FALSE written out, which DER leaves out, as on ten document signers of the WHO list.',
    importance: 'low',
    dsc: limited(sequence(boolean(0))),
  },
  {
    ...basic,
    id: 'chain/ca-path-length-in-dsc',
    about: 'A path length without the CA flag, as on two document signers of the WHO list.',
    importance: 'low',
    dsc: limited(sequence(integer(0))),
  },
]

const usageCases: readonly ChainCase[] = [
  {
    ...used,
    id: 'chain/usage-csca-absent',
    about: 'A CSCA without key usage.',
    csca: { extensions: { usage: undefined } },
    expect: refusedBy('csca-usage', 'chain.csca-usage'),
  },
  {
    ...used,
    id: 'chain/usage-csca-crl-only',
    about: 'A CSCA that may sign revocation lists, and no certificates.',
    csca: using(0x02),
    expect: refusedBy('csca-usage', 'chain.csca-usage'),
  },
  {
    ...used,
    id: 'chain/usage-csca-crl-only-not-critical',
    about: 'The same, not critical: it counts all the same.',
    csca: using(0x02, false),
    expect: refusedBy('csca-usage', 'chain.csca-usage'),
  },
  {
    ...used,
    id: 'chain/usage-csca-not-critical',
    about: 'A CSCA whose key usage is not critical.',
    importance: 'low',
    csca: using(0x06, false),
  },
  { ...used, id: 'chain/usage-csca-signs-too', about: 'A CSCA that may sign documents as well.', csca: using(0x86) },
  {
    ...used,
    id: 'chain/usage-absent',
    about: 'A document signer without key usage.',
    dsc: { extensions: { usage: undefined } },
  },
  { ...used, id: 'chain/usage-more', about: 'A document signer that may do more than sign.', dsc: using(0xe0) },
  {
    ...used,
    id: 'chain/usage-encipherment',
    about: 'A document signer that may not sign.',
    dsc: using(0x20),
    expect: refusedBy('dsc-usage', 'chain.dsc-usage'),
  },
  {
    ...used,
    id: 'chain/usage-cert-sign',
    about: 'A document signer that may sign certificates as well.',
    dsc: using(0x84),
    expect: refusedBy('dsc-usage', 'chain.dsc-usage'),
  },
]

const depthCases: readonly ChainCase[] = [
  {
    ...basic,
    id: 'chain/depth-dsc-over-dsc',
    about: 'A document signer under a document signer (threat X2).',
    csca: { extensions: { ...limited(sequence()).extensions, ...using(0x80).extensions } },
    expect: {
      kind: 'refused',
      code: 'chain.no-ca',
      checks: { 'csca-ca': 'failed', 'csca-usage': 'failed' },
    },
  },
  {
    ...basic,
    id: 'chain/depth-none',
    about: 'The CSCA in place of its document signer.',
    dsc: {
      subject: cscaName,
      key: authorityKey,
      extensions: { ...limited(constraints).extensions, ...using(0x06).extensions },
    },
    expect: { kind: 'refused', code: 'chain.dsc-is-ca', checks: { 'dsc-no-ca': 'failed', 'dsc-usage': 'failed' } },
  },
]

const purposeCases: readonly ChainCase[] = [
  {
    ...purposed,
    id: 'chain/purpose-current',
    about: 'Vaccinations, by the arc of the specification.',
    dsc: purposes('1.3.6.1.4.1.1847.2021.1.2'),
  },
  {
    ...purposed,
    id: 'chain/purpose-legacy',
    about: 'Vaccinations, by the arc with a stray 0.',
    dsc: purposes('1.3.6.1.4.1.0.1847.2021.1.2'),
  },
  {
    ...purposed,
    id: 'chain/purpose-foreign',
    about: 'A purpose that says nothing of health documents.',
    importance: 'low',
    dsc: purposes('1.3.6.1.5.5.7.3.4'),
  },
  {
    ...purposed,
    id: 'chain/purpose-critical',
    about: 'A critical extended key usage, as on 36 document signers of the WHO list.',
    dsc: { extensions: { purposes: extension(KEY_PURPOSES, sequence(oid('1.3.6.1.4.1.1847.2021.1.2')), true) } },
  },
  {
    ...purposed,
    id: 'chain/purpose-other-document',
    about: 'A signer of visible digital seals (ICAO) alone signs no health certificate of ours.',
    dsc: purposes('2.23.136.1.1.14.2'),
    expect: refusedBy('dsc-purpose', 'chain.dsc-purpose'),
  },
]

/** PKITS 4.6 and 4.7, threats X2 and X4. */
export const authorityCases: readonly ChainCase[] = [...constraintCases, ...usageCases, ...depthCases, ...purposeCases]
