import { joinBytes } from '../bytes/hex.ts'
import { extension, keyId } from '../bytes/x509-certificate.ts'
import { boolean, der, integer, nothing, octetString, oid, printable, sequence } from '../bytes/x509-der.ts'
import { authorityKey, type ChainCase, constraints, usage } from '../chain-case.ts'
import { refusedBy, trusted } from '../chain-expectations.ts'

const extensions = {
  spec: 'RFC 5280 §4.2',
  importance: 'high',
  expect: refusedBy('dsc-extensions', 'chain.extensions'),
} as const
const critical = { ...extensions, expect: refusedBy('dsc-extensions', 'chain.critical') } as const
const right = { spec: 'RFC 5280 §4.2', importance: 'high', expect: trusted } as const

const nameConstraints = sequence(der(0xa0, sequence(der(0x82, Buffer.from('example')))))

/** Threat X7: extensions. */
export const chainExtensionCases: readonly ChainCase[] = [
  {
    ...right,
    id: 'chain/extension-unknown',
    about: 'An extension that nobody knows.',
    dsc: { extensions: { foreign: extension('2.999.1', nothing) } },
  },
  {
    ...critical,
    id: 'chain/extension-unknown-critical',
    about: 'An extension that nobody knows, critical.',
    dsc: { extensions: { foreign: extension('2.999.1', nothing, true) } },
  },
  {
    ...critical,
    id: 'chain/extension-unknown-critical-csca',
    about: 'An extension that nobody knows, critical, in the CSCA.',
    csca: { extensions: { foreign: extension('2.999.1', nothing, true) } },
    expect: refusedBy('csca-extensions', 'chain.critical'),
  },
  {
    ...critical,
    id: 'chain/extension-name-constraints',
    about: 'Name constraints, critical: we do not judge them, so we must refuse (threat X7).',
    csca: { extensions: { names: extension(30, nameConstraints, true) } },
    expect: refusedBy('csca-extensions', 'chain.critical'),
  },
  {
    ...critical,
    id: 'chain/extension-policies-critical',
    about: 'Certificate policies, critical: we judge none.',
    importance: 'low',
    dsc: { extensions: { policies: extension(32, sequence(sequence(oid('2.5.29.32.0'))), true) } },
  },
  {
    ...extensions,
    id: 'chain/extension-twice',
    about: 'A key usage that stands twice.',
    dsc: { extensions: { again: extension(15, usage(0x80), true) } },
  },
  {
    ...extensions,
    id: 'chain/extension-unknown-twice',
    about: 'An unknown extension that stands twice.',
    importance: 'medium',
    dsc: { extensions: { one: extension('2.999.1', nothing), two: extension('2.999.1', nothing) } },
  },
  {
    ...extensions,
    id: 'chain/extension-usage-text',
    about: 'A key usage that is a text.',
    dsc: { extensions: { usage: extension(15, printable('sign'), true) } },
  },
  {
    ...extensions,
    id: 'chain/extension-usage-unused-bits',
    about: 'A key usage whose unused bits are not zero.',
    spec: 'X.690 §11.2',
    dsc: { extensions: { usage: extension(15, der(3, [7, 0xff]), true) } },
  },
  {
    ...extensions,
    id: 'chain/extension-trailing',
    about: 'Bytes follow what the extension says.',
    dsc: { extensions: { usage: extension(15, joinBytes(usage(0x80), [0]), true) } },
  },
  {
    ...extensions,
    id: 'chain/extension-constraints-more',
    about: 'Basic constraints with a third member.',
    csca: { extensions: { constraints: extension(19, sequence(boolean(0xff), integer(0), integer(0)), true) } },
    expect: refusedBy('csca-extensions', 'chain.extensions'),
  },
  {
    ...extensions,
    id: 'chain/extension-purpose-number',
    about: 'An extended key usage that holds a number, which some libraries read as an object identifier.',
    dsc: { extensions: { purposes: extension(37, sequence(integer(1))) } },
  },
  {
    ...extensions,
    id: 'chain/extension-key-id-bare',
    about: 'A key identifier without its SEQUENCE.',
    dsc: { extensions: { authorityKeyId: extension(35, octetString(keyId(authorityKey))) } },
  },
  {
    ...right,
    id: 'chain/extension-empty-purposes',
    about: 'An extended key usage without a purpose restricts nothing.',
    importance: 'low',
    dsc: { extensions: { purposes: extension(37, sequence()) } },
  },
  {
    ...right,
    id: 'chain/extension-order',
    about: 'Extensions in another order than usual.',
    csca: { extensions: { constraints: undefined, last: extension(19, constraints, true) } },
  },
]
