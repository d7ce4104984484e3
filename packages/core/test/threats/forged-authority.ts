import type { Algorithm } from '../../src/cose/algorithms.ts'
import type { Authority } from '../../src/issue/authority.ts'
import { authority } from '../verify/world.ts'

/** How an authority signs that may know no better: WebCrypto's names. */
export interface SigningHabit {
  readonly algorithm: Algorithm
  readonly key: RsaHashedKeyGenParams | EcKeyGenParams
  readonly operation: { name: string; saltLength?: number; hash?: string }
}

/** RSA as PS256 wants it, but for what is changed. */
export function rsaHabit(modulusLength = 2048, saltLength = 32, hash = 'SHA-256', name = 'RSA-PSS'): SigningHabit {
  const publicExponent = Uint8Array.of(1, 0, 1)
  return { algorithm: 'PS256', key: { name, modulusLength, publicExponent, hash }, operation: { name, saltLength } }
}

/** ECDSA over some curve. */
export function ecHabit(namedCurve: string, hash = 'SHA-256'): SigningHabit {
  return { algorithm: 'ES256', key: { name: 'ECDSA', namedCurve }, operation: { name: 'ECDSA', hash } }
}

/** An authority with a fresh key, on the trust list whatever its key is. */
export async function forgedAuthority({ algorithm, key, operation }: SigningHabit): Promise<Authority> {
  const pair = (await crypto.subtle.generateKey(key, true, ['sign', 'verify'])) as CryptoKeyPair
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))
  const usual = authority({ spki, algorithm })
  const sign = async (toBeSigned: Uint8Array): Promise<Uint8Array> =>
    new Uint8Array(await crypto.subtle.sign(operation, pair.privateKey, toBeSigned as BufferSource))
  return { ...usual, signer: { ...usual.signer, algorithm, sign } }
}
