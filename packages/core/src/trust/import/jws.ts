import { hexToBytes } from '@noble/hashes/utils.js'
import { readPublicKey } from '../../cose/keys.ts'
import { unlessFault } from '../../fault.ts'
import { readBase64Url } from '../base64.ts'
import { readSigningCertificate, type SigningCertificate } from './certificate.ts'
import { isX509Signature } from './certificate-path.ts'
import { isRawSignature } from './raw-signature.ts'
import { bytesOf, jsonOf, requireMembers, sourceFault, textOf } from './source.ts'

/** A JWS in compact form (RFC 7515 §3.1), taken apart. Nothing of it has been believed. */
export interface Jws {
  readonly algorithm: JwsAlgorithm
  /** Header x5c (§4.1.6): the signer's certificate, then the authorities above it. */
  readonly certificates: readonly SigningCertificate[]
  readonly payload: Uint8Array
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

/** No MAC and no `none`: a key that is public must not be able to sign. */
type JwsAlgorithm = 'ES256' | 'PS256' | 'RS256'

/** The AlgorithmIdentifier of RS256 (RFC 4055 §5), DER. */
const sha256WithRsaEncryption = hexToBytes('300d06092a864886f70d01010b0500')

const MAX_CERTIFICATES = 8

/**
 * Takes a JWS apart. Headers that change what is signed, or that must be understood, are refused (§4.1.11, RFC 7797).
 * @throws Fault `source.shape`; `source.signature` for every other algorithm
 */
export function readJws(bytes: Uint8Array): Jws {
  const [head = '', body = '', tail = '', ...more] = textOf(bytes).trim().split('.')
  const [header, payload, signature] = [head, body, tail].map(readBase64Url)
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    throw sourceFault('source.shape', 'not a JWS')
  }
  const { alg, crit, b64, x5c = [] } = requireMembers(jsonOf(header))
  if (crit !== undefined || b64 !== undefined) throw sourceFault('source.shape', 'JWS header that is not understood')
  const signed = new TextEncoder().encode(`${head}.${body}`)
  return { algorithm: algorithmOf(alg), certificates: certificatesOf(x5c), payload, signed, signature }
}

/** Whether the key signed it. The algorithm must be one of this key's kind. */
export async function isJwsSignedBy({ algorithm, signed, signature }: Jws, spki: Uint8Array): Promise<boolean> {
  if (algorithm === 'RS256') return isX509Signature({ algorithm: sha256WithRsaEncryption, spki, signature, signed })
  const key = unlessFault(() => readPublicKey(spki))
  return key?.algorithm === algorithm && isRawSignature(key, signed, signature)
}

function algorithmOf(alg: unknown): JwsAlgorithm {
  if (alg === 'ES256' || alg === 'PS256' || alg === 'RS256') return alg
  throw sourceFault('source.signature', 'JWS algorithm')
}

function certificatesOf(x5c: unknown): readonly SigningCertificate[] {
  if (!Array.isArray(x5c) || x5c.length > MAX_CERTIFICATES) throw sourceFault('source.shape', 'JWS certificates')
  return x5c.map((text) => readSigningCertificate(bytesOf(text) ?? new Uint8Array()))
}
