import { Fault } from '../fault.ts'
import type { PublicKey } from './keys.ts'
import type { SignatureVerifier } from './signature-verifier.ts'
import { signatureVerifier as nobleVerifier } from './verify-signature-noble.ts'
import { webCryptoParameters } from './web-crypto.ts'

/** The browser's back end: WebCrypto, or noble where a page has none. See `SignatureVerifier`. */
export function signatureVerifier(key: PublicKey): SignatureVerifier {
  const subtle = globalThis.crypto?.subtle
  if (subtle === undefined) return nobleVerifier(key)
  const { importKey, operation } = webCryptoParameters(key.algorithm)
  let imported: Promise<CryptoKey> | undefined
  return async (toBeSigned, signature) => {
    imported ??= subtle.importKey('spki', key.spki as BufferSource, importKey, false, ['verify']).catch((cause) => {
      throw new Fault('signer.unsupported', 'public key refused', { cause })
    })
    return subtle.verify(operation, await imported, signature as BufferSource, toBeSigned as BufferSource)
  }
}
