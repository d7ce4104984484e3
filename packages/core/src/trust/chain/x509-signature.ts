import { ecdsaHalves } from '../../cose/ecdsa-der.ts'
import { Fault } from '../../fault.ts'
import { type IssuerKey, type RsaIssuerKey, readIssuerKey } from './issuer-key.ts'
import { readSignatureScheme, type SignatureScheme } from './signature-scheme.ts'

/** A signature as X.509 and CMS carry it. */
export interface X509Signature {
  /** AlgorithmIdentifier of the signature, DER. */
  readonly algorithm: Uint8Array
  /** AlgorithmIdentifier of the hash, DER, where it stands apart, as in CMS. */
  readonly digest?: Uint8Array
  /** SubjectPublicKeyInfo of the one who is said to have signed, DER. */
  readonly spki: Uint8Array
  readonly signature: Uint8Array
  /** The bytes that were signed. */
  readonly signed: Uint8Array
}

/**
 * Whether the key made this signature over these bytes, by WebCrypto: ECDSA on P-256, P-384 or P-521, RSA PKCS#1 v1.5
 * and RSASSA-PSS with 2048 to 8192 bits, each over SHA-256, SHA-384 or SHA-512. A malformed signature is a wrong one.
 * @throws Fault `signer.chain` for every other algorithm and key, and for two that do not belong together
 */
export async function verifyX509Signature(given: X509Signature): Promise<boolean> {
  const { scheme, key } = readBoth(given)
  const parts = partsOf(scheme, key, given.signature)
  if (parts === undefined) return false
  const imported = await importKey(parts.importing, key)
  return crypto.subtle.verify(parts.operation, imported, buffer(parts.signature), buffer(given.signed))
}

interface Parts {
  readonly importing: EcKeyImportParams | RsaHashedImportParams
  readonly operation: EcdsaParams | RsaPssParams | { readonly name: string }
  readonly signature: Uint8Array
}

function readBoth({ algorithm, digest, spki }: X509Signature): { scheme: SignatureScheme; key: IssuerKey } {
  try {
    return { scheme: readSignatureScheme(algorithm, digest), key: readIssuerKey(spki) }
  } catch (cause) {
    throw new Fault('signer.chain', 'signature algorithm or key that we do not accept', { cause })
  }
}

/** What WebCrypto wants to hear; undefined for a signature that cannot be right. */
function partsOf(scheme: SignatureScheme, key: IssuerKey, signature: Uint8Array): Parts | undefined {
  const { name, hash } = scheme
  if (key.type === 'EC') {
    if (name !== 'ECDSA') throw mismatch()
    const halves = ecdsaHalves(signature, key.bytes)
    return halves && { importing: { name, namedCurve: key.curve }, operation: { name, hash }, signature: halves }
  }
  if (!mayUse(key, scheme)) throw mismatch()
  if (signature.length !== Math.ceil(key.bits / 8)) return undefined
  const operation = scheme.name === 'RSA-PSS' ? { name, saltLength: scheme.saltLength } : { name }
  return { importing: { name, hash }, operation, signature }
}

/** A key marked id-RSASSA-PSS makes no PKCS#1 v1.5 signature, and only those its parameters allow (RFC 4055 §1.2, §3.3). */
function mayUse({ pssOnly, bits }: RsaIssuerKey, scheme: SignatureScheme): boolean {
  if (scheme.name !== 'RSA-PSS') return scheme.name !== 'ECDSA' && pssOnly === undefined
  const room = Math.ceil((bits - 1) / 8) - Number(scheme.hash.slice(4)) / 8 - 2
  if (scheme.saltLength > room) return false
  if (pssOnly === undefined || pssOnly === 'any') return true
  return scheme.hash === pssOnly.hash && scheme.saltLength >= pssOnly.saltLength
}

async function importKey(importing: Parts['importing'], { spki }: IssuerKey): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('spki', buffer(spki), importing, false, ['verify'])
  } catch (cause) {
    throw new Fault('signer.chain', 'key cannot be used', { cause })
  }
}

/** The library's types ask for bytes that nobody shares, which ours are. */
function buffer(bytes: Uint8Array): BufferSource {
  return bytes as BufferSource
}

function mismatch(): Fault<'signer.chain'> {
  return new Fault('signer.chain', 'signature algorithm and key do not belong together')
}
