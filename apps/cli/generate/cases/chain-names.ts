import { extension, keyId } from '../bytes/x509-certificate.ts'
import { der, octetString, printable, sequence } from '../bytes/x509-der.ts'
import { attribute, cscaName, multiName, name, sampleName } from '../bytes/x509-names.ts'
import { authorityKey, authorityKeyId, type ChainCase, otherKey } from '../chain-case.ts'
import { refusedBy, tolerates, trusted } from '../chain-expectations.ts'

const right = { spec: 'RFC 5280 §7.1', importance: 'medium', expect: trusted } as const
const wrong = { ...right, importance: 'high', expect: refusedBy('name', 'chain.name') } as const

const country = attribute('C', 'VN')
const organisation = attribute('O', 'SAMPLE Authority')

/** A CSCA of this name over a document signer that spells it in the other way. */
function spelt(subject: Uint8Array, issuer: Uint8Array): Pick<ChainCase, 'csca' | 'dsc'> {
  return { csca: { subject, issuer: subject }, dsc: { issuer } }
}

function called(commonName: Uint8Array): Uint8Array {
  return name(country, organisation, commonName)
}

const rightCases: readonly ChainCase[] = [
  {
    ...right,
    id: 'chain/name-case',
    about: 'The issuer in other capitals than the CSCA.',
    ...spelt(cscaName, sampleName('Sample CSCA')),
  },
  {
    ...right,
    id: 'chain/name-white-space-inside',
    about: 'Two spaces where the CSCA has one.',
    ...spelt(cscaName, sampleName('SAMPLE  CSCA')),
  },
  {
    ...right,
    id: 'chain/name-white-space-around',
    about: 'Spaces before and after the text.',
    ...spelt(cscaName, sampleName(' SAMPLE CSCA ')),
  },
  {
    ...right,
    id: 'chain/name-printable-and-utf8',
    about: 'PrintableString in the CSCA, UTF8String in the document signer.',
    ...spelt(called(attribute('CN', 'SAMPLE CSCA', printable)), cscaName),
  },
  {
    ...right,
    id: 'chain/name-vietnamese',
    about: 'A name beyond ASCII, in other capitals.',
    ...spelt(sampleName('SAMPLE Bộ Y tế'), sampleName('SAMPLE BỘ Y TẾ')),
  },
  {
    ...right,
    id: 'chain/name-unicode-form',
    about: 'The same letters composed and decomposed.',
    spec: 'RFC 4518 §2.3',
    importance: 'low',
    ...spelt(sampleName('SAMPLE Bộ'.normalize('NFC')), sampleName('SAMPLE Bộ'.normalize('NFD'))),
  },
  {
    ...right,
    id: 'chain/name-set-order',
    about: 'Two attributes in one set, which has no order.',
    importance: 'low',
    ...spelt(multiName(country, attribute('CN', 'SAMPLE CSCA')), multiName(attribute('CN', 'SAMPLE CSCA'), country)),
  },
  {
    ...right,
    id: 'chain/name-unusual-attributes',
    about: 'Attributes that few use: province, serial number, title, domain component.',
    spec: 'RFC 5280 §4.1.2.4',
    ...spelt(unusual('SAMPLE'), unusual('sample')),
  },
  {
    ...right,
    id: 'chain/name-unique-ids',
    about: 'Unique identifiers beside the names say nothing.',
    spec: 'RFC 5280 §4.1.2.8',
    importance: 'low',
    csca: { unique: [der(0x82, [0, 1])] },
    dsc: { unique: [der(0x81, [0, 2]), der(0x82, [0, 3])] },
  },
]

function unusual(word: string): Uint8Array {
  return name(
    country,
    attribute('ST', `${word} province`),
    attribute('serialNumber', `${word} 1`),
    attribute('title', word),
    attribute('DC', word, (text) => der(0x16, Buffer.from(text))),
  )
}

const wrongCases: readonly ChainCase[] = [
  {
    ...wrong,
    id: 'chain/name-other',
    about: 'The issuer is another than the CSCA.',
    dsc: { issuer: sampleName('SAMPLE other') },
  },
  {
    ...wrong,
    id: 'chain/name-other-order',
    about: 'The same attributes in another order.',
    dsc: { issuer: name(organisation, country, attribute('CN', 'SAMPLE CSCA')) },
  },
  {
    ...wrong,
    id: 'chain/name-shorter',
    about: 'The issuer lacks the last attribute of the CSCA.',
    dsc: { issuer: name(country, organisation) },
  },
  {
    ...wrong,
    id: 'chain/name-joined',
    about: 'The same attributes, two of them in one set.',
    dsc: { issuer: sequence(der(0x31, country, organisation), der(0x31, attribute('CN', 'SAMPLE CSCA'))) },
  },
  {
    ...wrong,
    id: 'chain/name-other-attribute',
    about: 'The same text in another attribute.',
    dsc: { issuer: called(attribute('title', 'SAMPLE CSCA')) },
  },
  {
    ...wrong,
    id: 'chain/name-nul',
    about: 'A NUL and more after the name: it does not end there.',
    dsc: { issuer: sampleName('SAMPLE CSCA\0.example') },
  },
  {
    ...wrong,
    id: 'chain/name-quoted',
    about: 'One text that reads like two attributes.',
    dsc: { issuer: name(country, attribute('O', 'SAMPLE Authority, CN=SAMPLE CSCA')) },
  },
  {
    ...wrong,
    id: 'chain/name-empty',
    about: 'A CSCA without a name over a document signer without an issuer.',
    spec: 'RFC 5280 §4.1.2.6',
    ...spelt(name(), name()),
  },
]

const keyIdCases: readonly ChainCase[] = [
  {
    ...right,
    id: 'chain/key-id-other',
    about: 'The document signer points to the key of another CSCA of the same name.',
    spec: 'RFC 5280 §4.2.1.1, hcert §5 (AKI = SKI)',
    dsc: { extensions: { authorityKeyId: authorityKeyId(otherKey) } },
    expect: refusedBy('key-id', 'chain.key-id'),
  },
  {
    ...right,
    id: 'chain/key-id-absent',
    about: 'The document signer points to no key.',
    dsc: { extensions: { authorityKeyId: undefined } },
  },
  {
    ...right,
    id: 'chain/key-id-absent-in-csca',
    about: 'The CSCA names no key identifier to point to.',
    csca: { extensions: { subjectKeyId: undefined } },
  },
  {
    ...right,
    id: 'chain/key-id-by-number',
    about: 'The document signer points to issuer and serial number, and to no key.',
    dsc: { extensions: { authorityKeyId: extension(35, sequence(der(0xa1, der(0xa4, cscaName)), der(0x82, [1]))) } },
  },
  {
    ...right,
    id: 'chain/key-id-wrapped',
    about: 'The key identifier in its whole extension, as ten document signers of the WHO list have it.',
    importance: 'low',
    dsc: { extensions: { authorityKeyId: wrapped() } },
    expect: tolerates('key-id'),
  },
  {
    ...right,
    id: 'chain/key-id-wrapped-strict',
    about: 'The key identifier in its whole extension, where one makes document signers.',
    importance: 'low',
    dsc: { extensions: { authorityKeyId: wrapped() } },
    profile: 'strict',
    expect: refusedBy('key-id', 'chain.key-id-wrapped'),
  },
]

function wrapped(): Uint8Array {
  return extension(35, sequence(der(0x80, octetString(octetString(keyId(authorityKey))))))
}

const selfCases: readonly ChainCase[] = [
  {
    ...right,
    id: 'chain/name-csca-under-root',
    about:
      'A CSCA under a national root, as behind 71 document signers of the WHO list: it is trusted, whoever signed it.',
    importance: 'low',
    csca: { issuer: sampleName('SAMPLE root'), signer: otherKey },
    expect: tolerates('csca-signature'),
  },
  {
    ...right,
    id: 'chain/name-csca-under-root-strict',
    about: 'A CSCA under a national root, where one makes CSCAs.',
    importance: 'low',
    csca: { issuer: sampleName('SAMPLE root'), signer: otherKey },
    profile: 'strict',
    expect: refusedBy('csca-signature', 'chain.not-self-issued'),
  },
]

/** PKITS 4.3, and threat X1. */
export const chainNameCases: readonly ChainCase[] = [...rightCases, ...wrongCases, ...keyIdCases, ...selfCases]
