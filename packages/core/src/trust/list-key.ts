import { sha256 } from '#sha256'
import { signatureVerifier } from '#verify-signature'
import { readPublicKey } from '../cose/keys.ts'
import type { SignatureVerifier } from '../cose/signature-verifier.ts'
import { Fault } from '../fault.ts'

/** A key that signs roots or lists: P-256 and ES256, nothing to choose. */
export interface ListKey {
  /** First 8 bytes of SHA-256 of the SPKI. */
  readonly kid: Uint8Array
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly verify: SignatureVerifier
}

/**
 * Reads a key that a root names.
 * @throws Fault `list.shape` for every key but one of P-256
 */
export function listKey(spki: Uint8Array): ListKey {
  try {
    const key = readPublicKey(spki)
    if (key.algorithm === 'ES256') return { kid: listKid(key.spki), spki: key.spki, verify: signatureVerifier(key) }
  } catch (error) {
    throw new Fault('list.shape', 'public key is not one we accept', { cause: error })
  }
  throw new Fault('list.shape', 'public key is not one of P-256')
}

/** The key identifier of a list key: the first 8 bytes of the SHA-256 of its SPKI, DER. */
export function listKid(spki: Uint8Array): Uint8Array {
  return sha256(spki, 8)
}
