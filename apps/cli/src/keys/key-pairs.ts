import type { Algorithm } from '@vaxcert/core/cose'
import type { Subject } from './plans.ts'
import { Name, PemConverter } from './x509-library.ts'

/** ES256, as WebCrypto and @peculiar/x509 name it. */
export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

const rsa = { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) } as const

/** What an algorithm signs with, for WebCrypto and for @peculiar/x509. */
export function signingAlgorithm(algorithm: Algorithm): typeof ecdsa | (typeof rsa & { readonly saltLength: number }) {
  return algorithm === 'ES256' ? ecdsa : { ...rsa, saltLength: 32 }
}

/** Makes a key in memory: P-256, or RSA-2048. */
export async function makeKeyPair(algorithm: Algorithm): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm === 'ES256' ? ecdsa : rsa, true, ['sign', 'verify'])
}

/** PKCS#8, PEM. */
export async function privateKeyPem({ privateKey }: CryptoKeyPair): Promise<string> {
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', privateKey)
  return `${PemConverter.encode(pkcs8, PemConverter.PrivateKeyTag)}\n`
}

/**
 * The name of somebody whose key is made here.
 * @throws TypeError when the common name does not say SAMPLE
 */
export function nameOf({ country, organisation, commonName }: Subject): Name {
  if (!commonName.includes('SAMPLE')) throw new TypeError('the common name of a sample must say SAMPLE')
  return new Name([{ C: [{ printableString: country }] }, { O: [organisation] }, { CN: [commonName] }])
}
