import { joinBytes } from '../bytes/hex.ts'
import { der, integer, oid, sequence } from '../bytes/x509-der.ts'
import { curveKey } from '../bytes/x509-keys.ts'
import { ecdsa, namedAs, pkcs1, pss, type Scheme } from '../bytes/x509-schemes.ts'
import { type ChainCase, otherKey, rsaSignerKey, signerKey } from '../chain-case.ts'
import { refusedBy, trusted } from '../chain-expectations.ts'

const right = { spec: 'RFC 5280 §6.1.3 (a) (1)', importance: 'high', expect: trusted } as const
const wrong = { ...right, expect: refusedBy('signature', 'chain.signature') } as const
const salt = Uint8Array.from({ length: 32 }, (_, index) => index)
const flipped = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte))

/** A CSCA with an RSA key, and what it signs with. */
function rsa(scheme: Scheme) {
  return { csca: { key: rsaSignerKey, scheme } }
}

/** SEQUENCE { r, s } with another form of r. */
function withFirst(change: (content: Uint8Array) => Uint8Array): (signature: Uint8Array) => Uint8Array {
  return (signature) => {
    const length = signature[3] ?? 0
    return sequence(der(2, change(signature.subarray(4, 4 + length))), signature.subarray(4 + length))
  }
}

const rightCases: readonly ChainCase[] = [
  { ...right, id: 'chain/signature-ecdsa-p256', about: 'ECDSA on P-256 with SHA-256: the usual pair.' },
  {
    ...right,
    id: 'chain/signature-ecdsa-sha384',
    about: 'ECDSA on P-256 with SHA-384, of which the curve uses the first 256 bits.',
    csca: { scheme: ecdsa('sha384') },
  },
  {
    ...right,
    id: 'chain/signature-ecdsa-sha512',
    about: 'ECDSA on P-256 with SHA-512, as two certificates of the EU suites have it.',
    csca: { scheme: ecdsa('sha512') },
  },
  {
    ...right,
    id: 'chain/signature-ecdsa-p384',
    about: 'A CSCA on P-384, as 52 document signers of the WHO list have it.',
    csca: { key: curveKey('P-384', 1), scheme: ecdsa('sha384') },
  },
  {
    ...right,
    id: 'chain/signature-ecdsa-p521',
    about: 'A CSCA on P-521, whose signatures have a length of two bytes.',
    csca: { key: curveKey('P-521', 2), scheme: ecdsa('sha512') },
  },
  { ...right, id: 'chain/signature-rsa-sha256', about: 'RSA PKCS#1 v1.5 with SHA-256.', ...rsa(pkcs1('sha256')) },
  { ...right, id: 'chain/signature-rsa-sha384', about: 'RSA PKCS#1 v1.5 with SHA-384.', ...rsa(pkcs1('sha384')) },
  { ...right, id: 'chain/signature-rsa-sha512', about: 'RSA PKCS#1 v1.5 with SHA-512.', ...rsa(pkcs1('sha512')) },
  {
    ...right,
    id: 'chain/signature-rsa-without-null',
    about: 'RSA PKCS#1 v1.5 without the NULL: issuers must write it, readers must do without.',
    spec: 'RFC 4055 §5',
    importance: 'medium',
    ...rsa(namedAs(sequence(oid('1.2.840.113549.1.1.11')), pkcs1('sha256'))),
  },
  {
    ...right,
    id: 'chain/signature-pss',
    about: 'RSASSA-PSS with SHA-256 and a salt of 32 bytes.',
    ...rsa(pss({ salt })),
  },
  {
    ...right,
    id: 'chain/signature-pss-salt-20',
    about: 'RSASSA-PSS with a salt of 20 bytes, the default, written out.',
    importance: 'medium',
    ...rsa(pss({ salt: salt.subarray(0, 20) })),
  },
  {
    ...right,
    id: 'chain/signature-rsa-signer',
    about: 'A document signer with an RSA key under a CSCA on P-256.',
    dsc: { key: rsaSignerKey },
  },
]

const wrongCases: readonly ChainCase[] = [
  {
    ...wrong,
    id: 'chain/signature-wrong',
    about: 'The last bit of the signature of the document signer is wrong.',
    dsc: { spoil: flipped },
  },
  {
    ...wrong,
    id: 'chain/signature-wrong-rsa',
    about: 'The last bit of an RSA signature is wrong.',
    csca: rsa(pkcs1('sha256')).csca,
    dsc: { spoil: flipped },
  },
  {
    ...wrong,
    id: 'chain/signature-lookalike',
    about: 'Signed by another CSCA of the same name, which the key identifier does not betray.',
    spec: 'hcert §5 (signed by the key of the published CSCA)',
    dsc: { signer: otherKey },
  },
  {
    ...wrong,
    id: 'chain/signature-own-key',
    about: 'Signed by the key of the document signer itself.',
    dsc: { signer: signerKey },
  },
  {
    ...right,
    id: 'chain/signature-csca-wrong',
    about: 'The CSCA is not the one that it says: its own signature is wrong.',
    csca: { spoil: flipped },
    expect: refusedBy('csca-signature', 'chain.self-signature'),
  },
  {
    ...right,
    id: 'chain/signature-csca-foreign',
    about: 'A CSCA that names itself as its issuer and is signed by another key.',
    csca: { signer: otherKey },
    expect: refusedBy('csca-signature', 'chain.self-signature'),
  },
  {
    ...wrong,
    id: 'chain/signature-padded',
    about: 'A number of the signature has a zero in front that it does not need.',
    spec: 'X.690 §8.3.2',
    dsc: { spoil: withFirst((bytes) => joinBytes([0, 0], bytes)) },
  },
  {
    ...wrong,
    id: 'chain/signature-zeros',
    about: 'A signature of the numbers 0 and 0.',
    dsc: { spoil: () => sequence(integer(0), integer(0)) },
  },
  {
    ...wrong,
    id: 'chain/signature-raw',
    about: 'The two numbers stand side by side, as in COSE, and not in a SEQUENCE.',
    dsc: { spoil: (signature) => signature.subarray(4).slice(0, 64) },
  },
  {
    ...wrong,
    id: 'chain/signature-trailing',
    about: 'A byte follows the two numbers.',
    dsc: { spoil: (signature) => joinBytes(signature, [0]) },
  },
  {
    ...wrong,
    id: 'chain/signature-rsa-short',
    about: 'An RSA signature without its first byte.',
    csca: rsa(pkcs1('sha256')).csca,
    dsc: { spoil: (signature) => signature.subarray(1) },
  },
  {
    ...wrong,
    id: 'chain/signature-pss-other-salt',
    about: 'RSASSA-PSS with a salt of another length than it says.',
    csca: rsa(pss({ salt })).csca,
    dsc: { scheme: pss({ salt: salt.subarray(0, 20) }, { saltLength: 32 }) },
  },
  {
    ...wrong,
    id: 'chain/signature-other-kind',
    about: 'An algorithm of RSA over a signature by a key on P-256.',
    dsc: { scheme: namedAs(pkcs1('sha256').algorithm, ecdsa('sha256')) },
  },
  {
    ...wrong,
    id: 'chain/signature-of-other-hash',
    about: 'The signature goes over SHA-256, the algorithm says SHA-384.',
    dsc: { scheme: namedAs(ecdsa('sha384').algorithm, ecdsa('sha256')) },
  },
]

/** PKITS 4.1, with the algorithms of today. */
export const signatureCases: readonly ChainCase[] = [...rightCases, ...wrongCases]
