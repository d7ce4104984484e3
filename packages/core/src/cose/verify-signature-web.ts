import { Fault } from '../fault.ts'
import type { PublicKey } from './keys.ts'
import type { SignatureVerifier } from './signature-verifier.ts'
import { webCryptoParameters } from './web-crypto.ts'

/** The browser's back end: WebCrypto, or noble where a page has none. See `SignatureVerifier`. */
export function signatureVerifier(key: PublicKey): SignatureVerifier {
  const subtle = globalThis.crypto?.subtle
  return subtle === undefined ? withoutWebCrypto(key) : withWebCrypto(key, subtle)
}

function withWebCrypto(key: PublicKey, subtle: SubtleCrypto): SignatureVerifier {
  const { importKey, operation } = webCryptoParameters(key.algorithm)
  let imported: Promise<CryptoKey> | undefined
  return async (toBeSigned, signature) => {
    imported ??= subtle.importKey('spki', key.spki as BufferSource, importKey, false, ['verify']).catch((cause) => {
      throw new Fault('signer.unsupported', 'public key refused', { cause })
    })
    return subtle.verify(operation, await imported, signature as BufferSource, toBeSigned as BufferSource)
  }
}

/** Only a page that is not secure has no WebCrypto; the others need not load what does without. */
function withoutWebCrypto(key: PublicKey): SignatureVerifier {
  let verifier: Promise<SignatureVerifier> | undefined
  return async (toBeSigned, signature) => {
    verifier ??= import('./verify-signature-noble.ts').then(({ signatureVerifier: noble }) => noble(key))
    return (await verifier)(toBeSigned, signature)
  }
}
