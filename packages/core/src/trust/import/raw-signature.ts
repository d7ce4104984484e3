import { signatureVerifier } from '#verify-signature'
import type { PublicKey } from '../../cose/keys.ts'
import { Fault } from '../../fault.ts'
import { sourceFault } from './source.ts'

/**
 * Whether the key made this signature, r‖s or PSS, as COSE and JWS have it.
 * @throws Fault `source.key` when this device cannot use the key
 */
export async function isRawSignature(key: PublicKey, signed: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    return await signatureVerifier(key)(signed, signature)
  } catch (error) {
    if (error instanceof Fault) throw sourceFault('source.key', 'this device cannot use the key that signed')
    throw error
  }
}
