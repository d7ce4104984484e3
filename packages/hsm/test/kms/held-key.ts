import { constants, createHash, createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Algorithm } from '@vaxcert/core/cose'
import type { KeyIdentity } from '../../src/hsm-signer.ts'

const folder = new URL('../../../../keys-sample/', import.meta.url)

/** A key of keys-sample as a key service holds it, beside what its certificate says. */
export interface HeldKey {
  readonly documentSigner: KeyIdentity
  readonly privateKey: KeyObject
}

export function heldKey(name: string): HeldKey {
  const certificate = new X509Certificate(readFileSync(new URL(`${name}.pem`, folder)))
  const privateKey = createPrivateKey(readFileSync(new URL(`${name}.key.pem`, folder)))
  const algorithm = privateKey.asymmetricKeyType === 'ec' ? 'ES256' : 'PS256'
  const kid = createHash('sha256').update(certificate.raw).digest().subarray(0, 8)
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' })
  return { documentSigner: { kid, algorithm, spki }, privateKey }
}

/** The document signer of each algorithm, and one whose key is a stranger's. */
export const keys: Readonly<Record<Algorithm | 'stranger', HeldKey>> = {
  ES256: heldKey('dsc-vaccination'),
  PS256: heldKey('dsc-rsa'),
  stranger: heldKey('stranger'),
}

/** Texts by their SHA-256, which is all that a service learns of them; node:crypto cannot sign a digest. */
const texts = new Map<string, Uint8Array>()

/** Lets the services of this process sign the text when they are asked for its digest. */
export function tellText(text: Uint8Array): Uint8Array {
  texts.set(createHash('sha256').update(text).digest('hex'), text)
  return text
}

/** The signature of the text with this digest: DER or r‖s for ES256, PSS for PS256. Throws when nobody told the text. */
export function signDigest({ privateKey: key }: HeldKey, digest: Uint8Array, form: 'der' | 'ieee-p1363'): Buffer {
  const text = texts.get(Buffer.from(digest).toString('hex'))
  if (text === undefined) throw new Error('asked to sign the digest of a text that nobody told')
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
  return sign('sha256', text, key.asymmetricKeyType === 'ec' ? { key, dsaEncoding: form } : { key, ...pss })
}
