import { constants, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { Fault } from '../fault.ts'
import { type Algorithm, PS256_SALT_BYTES } from './algorithms.ts'
import type { MemoryKey } from './memory-signer.ts'
import type { Signer } from './signer.ts'

/**
 * Signer over node:crypto, synchronous.
 * @throws Fault `signer.refused` when the key is not one of its algorithm
 */
export function memorySigner({ kid, algorithm, pkcs8 }: MemoryKey): Signer {
  const key = readPrivateKey(pkcs8, algorithm)
  const parameters =
    algorithm === 'ES256'
      ? { key, dsaEncoding: 'ieee-p1363' as const }
      : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PS256_SALT_BYTES }
  return { kid, algorithm, lanes: 1, sign: (toBeSigned) => sign('sha256', toBeSigned, parameters) }
}

function readPrivateKey(pkcs8: Uint8Array, algorithm: Algorithm): KeyObject {
  try {
    const key = createPrivateKey({ key: pkcs8 as Buffer, format: 'der', type: 'pkcs8' })
    if (fits(key, algorithm)) return key
  } catch {
    // The cause may quote key material: it is dropped on purpose.
  }
  throw new Fault('signer.refused', 'private key does not fit its algorithm')
}

function fits(key: KeyObject, algorithm: Algorithm): boolean {
  const details = key.asymmetricKeyDetails
  if (algorithm === 'ES256') return key.asymmetricKeyType === 'ec' && details?.namedCurve === 'prime256v1'
  const bits = details?.modulusLength ?? 0
  return key.asymmetricKeyType === 'rsa' && bits >= 2048 && bits <= 4096
}
