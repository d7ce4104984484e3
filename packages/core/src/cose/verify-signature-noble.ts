import { p256 } from '@noble/curves/nist.js'
import { Fault } from '../fault.ts'
import { algorithmByName } from './algorithms.ts'
import type { PublicKey } from './keys.ts'
import type { SignatureVerifier } from './signature-verifier.ts'

/**
 * Pure TypeScript back end for ES256, for places without WebCrypto (pages that are not served over https).
 * High s is legal in COSE, so `lowS` is off.
 * @throws Fault `signer.unsupported` for RSA keys
 */
export function signatureVerifier(key: PublicKey): SignatureVerifier {
  if (key.keyType !== 'EC') throw new Fault('signer.unsupported', 'PS256 needs WebCrypto')
  const { min: signatureBytes } = algorithmByName('ES256').signatureBytes
  return (toBeSigned, signature) =>
    signature.length === signatureBytes &&
    p256.verify(signature, toBeSigned, key.point, { lowS: false, prehash: true, format: 'compact' })
}
