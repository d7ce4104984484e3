import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { Fault } from '../fault.ts'
import { PS256_SALT_BYTES } from './algorithms.ts'
import type { PublicKey } from './keys.ts'
import type { SignatureVerifier } from './signature-verifier.ts'

/**
 * Node's back end: one cached key object for each public key. See `SignatureVerifier`.
 * @throws Fault `signer.unsupported` when OpenSSL refuses the key (a point off the curve)
 */
export function signatureVerifier(publicKey: PublicKey): SignatureVerifier {
  const key = importKey(publicKey)
  const parameters =
    publicKey.algorithm === 'ES256'
      ? { key, dsaEncoding: 'ieee-p1363' as const }
      : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PS256_SALT_BYTES }
  return (toBeSigned, signature) => verify('sha256', toBeSigned, parameters, signature)
}

function importKey({ spki }: PublicKey): KeyObject {
  try {
    return createPublicKey({ key: spki as Buffer, format: 'der', type: 'spki' })
  } catch (cause) {
    throw new Fault('signer.unsupported', 'public key refused', { cause })
  }
}
