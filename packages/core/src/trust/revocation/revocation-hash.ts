import { sha256 } from '#sha256'
import type { Algorithm } from '../../cose/algorithms.ts'
import { Fault } from '../../fault.ts'
import type { RevocationSubject } from './revocation.ts'

/** What of a certificate is hashed (Implementing Decision (EU) 2022/483; names of the EU gateway). */
export type HashType = 'SIGNATURE' | 'UCI' | 'COUNTRYCODEUCI'

/** In the order of the bytes that stand for them. */
export const hashTypes: readonly HashType[] = ['SIGNATURE', 'UCI', 'COUNTRYCODEUCI']

/** Of a hash: the first half of SHA-256. */
export const HASH_BYTES = 16

/** An ES256 signature is r‖s of P-256. */
const ES256_BYTES = 64

/** The identifier exactly as it stands in the certificate: prefix and check character are part of it. */
export function uciHash(ci: string): Uint8Array {
  return shortHash(ci)
}

/** Country and identifier, nothing between. */
export function countryUciHash(country: string, ci: string): Uint8Array {
  return shortHash(country + ci)
}

/**
 * Of ES256 the first half only, r: (r, −s) is as good a signature of the same message. Of PS256 all of it.
 * @throws Fault `cose.shape` for an ES256 signature that is not 64 bytes long: one padded would have another hash
 */
export function signatureHash(algorithm: Algorithm, signature: Uint8Array): Uint8Array {
  if (algorithm === 'PS256') return shortHash(signature)
  if (signature.length !== ES256_BYTES) throw new Fault('cose.shape', 'signature length')
  return shortHash(signature.subarray(0, ES256_BYTES / 2))
}

/**
 * Every hash of this type under which the certificate may have been revoked. Checkers took the country from `iss`
 * or from `co`, so publishers may have meant either. None where the identifier is missing that would be hashed.
 * @throws Fault `cose.shape` for an ES256 signature that is not 64 bytes long
 */
export function revocationHashes(type: HashType, subject: RevocationSubject): readonly Uint8Array[] {
  const { algorithm, signature, ci, country, issuer = country } = subject
  if (type === 'SIGNATURE') return [signatureHash(algorithm, signature)]
  if (ci === undefined) return []
  if (type === 'UCI') return [uciHash(ci)]
  const countries = [issuer, ...(issuer === country ? [] : [country])]
  return countries.flatMap((name) => (name === undefined ? [] : [countryUciHash(name, ci)]))
}

function shortHash(input: Uint8Array | string): Uint8Array {
  return sha256(input, HASH_BYTES)
}
