import { Fault } from '../fault.ts'
import type { MemoryKey } from './memory-signer.ts'
import type { Signer } from './signer.ts'
import { webCryptoParameters } from './web-crypto.ts'

/**
 * Signer over WebCrypto, asynchronous.
 * `sign` throws Fault `signer.refused` when the key is not one of its algorithm.
 */
export function memorySigner({ kid, algorithm, pkcs8 }: MemoryKey): Signer {
  const { importKey, operation } = webCryptoParameters(algorithm)
  let imported: Promise<CryptoKey> | undefined
  return {
    kid,
    algorithm,
    lanes: 16,
    async sign(toBeSigned) {
      imported ??= crypto.subtle.importKey('pkcs8', pkcs8 as BufferSource, importKey, false, ['sign']).catch(() => {
        throw new Fault('signer.refused', 'private key does not fit its algorithm')
      })
      return new Uint8Array(await crypto.subtle.sign(operation, await imported, toBeSigned as BufferSource))
    },
  }
}
