import { p256 } from '@noble/curves/nist.js'
import { readPrivateScalar } from './keys.ts'
import type { MemoryKey } from './memory-signer.ts'
import type { Signer } from './signer.ts'

/**
 * ES256 signer with nonces by RFC 6979: the same bytes give the same signature, so test vectors
 * regenerate byte for byte. About thirty times slower than `memorySigner`.
 * @throws Fault `cose.algorithm` when the key is not P-256
 */
export function deterministicSigner({ kid, pkcs8 }: Omit<MemoryKey, 'algorithm'>): Signer {
  const scalar = readPrivateScalar(pkcs8)
  return {
    kid,
    algorithm: 'ES256',
    lanes: 1,
    sign: (toBeSigned) => p256.sign(toBeSigned, scalar, { lowS: false, prehash: true, format: 'compact' }),
  }
}
