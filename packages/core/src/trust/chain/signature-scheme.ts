import { bytesToHex } from '@noble/hashes/utils.js'
import { type DerElement, derContent, derElements, derTag, derTagged } from '../../cose/der.ts'
import { Fault } from '../../fault.ts'
import { type Hash, readHash, readPssParameters } from '../pss-parameters.ts'

/** How a signature is made, as its AlgorithmIdentifier tells it. */
export type SignatureScheme =
  | { readonly name: 'ECDSA' | 'RSASSA-PKCS1-v1_5'; readonly hash: Hash }
  | { readonly name: 'RSA-PSS'; readonly hash: Hash; readonly saltLength: number }

/** Contents of the object identifiers of RFC 5758 §3.2 and RFC 4055 §5. */
const schemes: ReadonlyMap<string, SignatureScheme> = new Map([
  ['2a8648ce3d040302', { name: 'ECDSA', hash: 'SHA-256' }],
  ['2a8648ce3d040303', { name: 'ECDSA', hash: 'SHA-384' }],
  ['2a8648ce3d040304', { name: 'ECDSA', hash: 'SHA-512' }],
  ['2a864886f70d01010b', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
  ['2a864886f70d01010c', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' }],
  ['2a864886f70d01010d', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }],
])

const rsaEncryption = '2a864886f70d010101'
const rsassaPss = '2a864886f70d01010a'

/**
 * Reads the AlgorithmIdentifier of a signature, DER. A CMS signer names hash and scheme apart (RFC 5652 §5.3): the
 * hash then comes in `digest`, another AlgorithmIdentifier, and must not contradict the scheme.
 * @throws Fault `cose.algorithm` for SHA-1, MD5, every unknown scheme, and parameters that do not belong to it
 */
export function readSignatureScheme(algorithm: Uint8Array, digest?: Uint8Array): SignatureScheme {
  const [oid, parameters, ...rest] = derElements(derContent(algorithm, derTag.sequence))
  if (rest.length > 0) throw refused('signature algorithm')
  const hash = digest && readHash(derContent(digest, derTag.sequence))
  const scheme = schemeOf(bytesToHex(derTagged(oid, derTag.objectIdentifier)), parameters, hash)
  if (hash !== undefined && scheme.hash !== hash) throw refused('signature and digest algorithm differ')
  return scheme
}

function schemeOf(oid: string, parameters: DerElement | undefined, digest: Hash | undefined): SignatureScheme {
  if (oid === rsassaPss) return { name: 'RSA-PSS', ...readPssParameters(parameters) }
  const scheme = oid === rsaEncryption && digest ? pkcs1(digest) : schemes.get(oid)
  if (scheme === undefined) throw refused('signature algorithm')
  if (parameters !== undefined) {
    if (scheme.name === 'ECDSA') throw refused('signature algorithm parameters')
    if (derTagged(parameters, derTag.null).length > 0) throw refused('signature algorithm parameters')
  }
  return scheme
}

function pkcs1(hash: Hash): SignatureScheme {
  return { name: 'RSASSA-PKCS1-v1_5', hash }
}

function refused(detail: string): Fault<'cose.algorithm'> {
  return new Fault('cose.algorithm', detail)
}
