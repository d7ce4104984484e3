import { type Algorithm, PS256_SALT_BYTES } from './algorithms.ts'

/** What WebCrypto wants to hear for one algorithm. */
export interface WebCryptoParameters {
  readonly importKey: EcKeyImportParams | RsaHashedImportParams
  readonly operation: EcdsaParams | RsaPssParams
}

const table: Readonly<Record<Algorithm, WebCryptoParameters>> = {
  ES256: { importKey: { name: 'ECDSA', namedCurve: 'P-256' }, operation: { name: 'ECDSA', hash: 'SHA-256' } },
  PS256: {
    importKey: { name: 'RSA-PSS', hash: 'SHA-256' },
    operation: { name: 'RSA-PSS', saltLength: PS256_SALT_BYTES },
  },
}

export function webCryptoParameters(algorithm: Algorithm): WebCryptoParameters {
  return table[algorithm]
}
