import { joinBytes } from '../bytes/hex.ts'
import { bitString, integer, nothing, oid, sequence } from '../bytes/x509-der.ts'
import { curveKey, ecSpki, rsaKey, type X509Key } from '../bytes/x509-keys.ts'
import { ecdsa, namedAs, pkcs1, pss } from '../bytes/x509-schemes.ts'
import { authorityKey, type ChainCase, rsaSignerKey, signerKey } from '../chain-case.ts'
import { refusedBy, trusted } from '../chain-expectations.ts'

const algorithm = {
  spec: 'hcert §3.3.2, RFC 8017 §8 (SHA-2)',
  importance: 'high',
  expect: refusedBy('dsc-algorithm', 'chain.algorithm'),
} as const
const key = { spec: 'hcert §3.3.2', importance: 'high', expect: refusedBy('dsc-key', 'chain.key') } as const
const rsaCsca = { key: rsaSignerKey, scheme: pkcs1('sha256') }
const salt = Uint8Array.from({ length: 32 }, (_, index) => index)

/** The point of the usual signer, changed. */
function pointKey(change: (point: Uint8Array) => Uint8Array): X509Key {
  return { spki: ecSpki(oid('1.2.840.10045.3.1.7'), change(signerKey.spki.subarray(-65))) }
}

const algorithmCases: readonly ChainCase[] = [
  {
    ...algorithm,
    id: 'chain/algorithm-ecdsa-sha1',
    about: 'ECDSA with SHA-1, as on five signers of the WHO list.',
    dsc: { scheme: ecdsa('sha1') },
  },
  {
    ...algorithm,
    id: 'chain/algorithm-rsa-sha1',
    about: 'RSA with SHA-1.',
    csca: rsaCsca,
    dsc: { scheme: pkcs1('sha1') },
  },
  { ...algorithm, id: 'chain/algorithm-rsa-md5', about: 'RSA with MD5.', csca: rsaCsca, dsc: { scheme: pkcs1('md5') } },
  {
    ...algorithm,
    id: 'chain/algorithm-csca-sha1',
    about: 'A CSCA that signed itself with SHA-1 and the document signer with SHA-256.',
    csca: { scheme: ecdsa('sha1') },
    dsc: { scheme: ecdsa('sha256') },
    expect: refusedBy('csca-algorithm', 'chain.algorithm'),
  },
  {
    ...algorithm,
    id: 'chain/algorithm-pss-mask-sha1',
    about: 'RSASSA-PSS with SHA-256 whose mask goes over SHA-1.',
    csca: rsaCsca,
    dsc: { scheme: pss({ salt, mgfHash: 'sha1' }) },
  },
  {
    ...algorithm,
    id: 'chain/algorithm-pss-defaults',
    about: 'RSASSA-PSS without parameters, which is not the same as with the default ones, and those are SHA-1.',
    spec: 'RFC 4055 §3.1',
    csca: rsaCsca,
    dsc: { scheme: namedAs(sequence(oid('1.2.840.113549.1.1.10')), pss({ salt })) },
  },
  {
    ...algorithm,
    id: 'chain/algorithm-ecdsa-null',
    about: 'ECDSA with a NULL for parameters, which must be absent.',
    spec: 'RFC 5758 §3.2',
    importance: 'low',
    dsc: { scheme: namedAs(sequence(oid('1.2.840.10045.4.3.2'), nothing), ecdsa('sha256')) },
  },
  {
    ...algorithm,
    id: 'chain/algorithm-unknown',
    about: 'An algorithm that nobody knows.',
    dsc: { scheme: namedAs(sequence(oid('2.999.1')), ecdsa('sha256')) },
  },
  {
    ...algorithm,
    id: 'chain/algorithm-differs',
    about: 'The algorithm beside the signature is right, the signed one says SHA-512.',
    spec: 'RFC 5280 §4.1.1.2',
    dsc: { inside: ecdsa('sha512').algorithm },
  },
]

const keyCases: readonly ChainCase[] = [
  { ...key, id: 'chain/key-rsa-1024', about: 'A document signer with RSA-1024.', dsc: { key: rsaKey(1024) } },
  {
    ...key,
    id: 'chain/key-rsa-8192',
    about: 'A document signer with RSA-8192: beyond 4096 bits it only burns time.',
    importance: 'low',
    spec: 'our limit',
    dsc: { key: rsaKey(8192) },
  },
  {
    ...key,
    id: 'chain/key-rsa-exponent-3',
    about: 'A document signer with the RSA exponent 3.',
    importance: 'low',
    spec: 'our rule',
    dsc: { key: rsaKey(2048, [3]) },
  },
  {
    ...key,
    id: 'chain/key-p384',
    about: 'A document signer on P-384, with which ES256 does not sign.',
    dsc: { key: curveKey('P-384', 1) },
  },
  {
    ...key,
    id: 'chain/key-off-curve',
    about: 'A document signer whose point does not lie on the curve.',
    dsc: { key: pointKey((point) => point.map((byte, index) => (index === 64 ? byte ^ 1 : byte))) },
  },
  {
    ...key,
    id: 'chain/key-infinity',
    about: 'A document signer at the point at infinity.',
    dsc: { key: pointKey(() => Uint8Array.of(0)) },
  },
  {
    ...key,
    id: 'chain/key-compressed',
    about: 'A document signer with a compressed point, which not every device reads.',
    spec: 'RFC 5480 §2.2',
    importance: 'low',
    dsc: { key: pointKey((point) => joinBytes([2 + ((point[64] ?? 0) & 1)], point.subarray(1, 33))) },
  },
  {
    ...key,
    id: 'chain/key-explicit-curve',
    about: 'A CSCA that describes a curve of its own, by which one passes for any key (CVE-2020-0601).',
    spec: 'RFC 5480 §2.1.1',
    csca: { key: { ...authorityKey, spki: ecSpki(sequence(integer(1)), authorityKey.spki.subarray(-65)) } },
    expect: refusedBy('csca-key', 'chain.key'),
  },
  {
    ...key,
    id: 'chain/key-csca-ed25519',
    about: 'A CSCA with an Ed25519 key.',
    csca: { key: { ...authorityKey, spki: sequence(sequence(oid('1.3.101.112')), bitString(new Uint8Array(32))) } },
    expect: refusedBy('csca-key', 'chain.key'),
  },
  {
    ...key,
    id: 'chain/key-csca-rsa-1024',
    about: 'A CSCA with RSA-1024.',
    csca: { key: { ...rsaKey(1024), ...secretOf(authorityKey) } },
    expect: refusedBy('csca-key', 'chain.key'),
  },
]

/** What signs in place of a key that nobody has. */
function secretOf({ secret }: X509Key): Pick<X509Key, 'secret'> {
  return secret === undefined ? {} : { secret }
}

/** Signature algorithms and keys (threats X6, X8). */
export const algorithmAndKeyCases: readonly ChainCase[] = [
  ...algorithmCases,
  ...keyCases,
  {
    id: 'chain/key-rsa-4096',
    about: 'A document signer with RSA-4096.',
    spec: 'hcert §3.3.2',
    importance: 'medium',
    dsc: { key: rsaKey(4096) },
    expect: trusted,
  },
]
