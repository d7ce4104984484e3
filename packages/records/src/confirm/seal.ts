import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { PS256_SALT_BYTES } from '@vaxcert/core/cose'
import { unlessFault } from '@vaxcert/core/fault'
import { readCertificate, readIssuerKey } from '@vaxcert/core/trust/chain'

/** ECDSA on P-256, RSASSA-PSS or RSA PKCS#1 v1.5, each over SHA-256 (RFC 7518 §3.1). The tokens of many CAs only know the last. */
export type SealAlgorithm = 'ES256' | 'PS256' | 'RS256'

/** One who seals a statement: a key in memory, a CA's token, an HSM. Every `Signer` of core is one. */
export interface SealSigner {
  readonly algorithm: SealAlgorithm
  /** Bytes in; raw r‖s, or the RSA signature, out. */
  sign(toBeSigned: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** A detached signature over a text in UTF-8, and the certificate of the one who made it, DER in base64. */
export interface Seal {
  readonly algorithm: SealAlgorithm
  readonly signature: string
  readonly certificate: string
}

/** Seals a text. That the key is that of the certificate shows when the seal is checked. */
export async function sealText(text: string, signer: SealSigner, certificate: Uint8Array): Promise<Seal> {
  const signature = await signer.sign(new TextEncoder().encode(text))
  return { algorithm: signer.algorithm, signature: base64(signature), certificate: base64(certificate) }
}

/** Whether the key of the seal's certificate made its signature over this text. Whose it is, is for the register to say. */
export function isSealed(text: string, { algorithm, signature, certificate }: Seal): boolean {
  const key = unlessFault(() => sealKey(Buffer.from(certificate, 'base64'), algorithm))
  if (key === undefined) return false
  const bytes = Buffer.from(signature, 'base64')
  return verify('sha256', Buffer.from(text), { key, ...parameters[algorithm] }, bytes)
}

const parameters = {
  ES256: { dsaEncoding: 'ieee-p1363' },
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: PS256_SALT_BYTES },
  RS256: { padding: constants.RSA_PKCS1_PADDING },
} as const

/** Undefined for a key that may not make such a signature. */
function sealKey(certificate: Uint8Array, algorithm: SealAlgorithm): KeyObject | undefined {
  const key = readIssuerKey(readCertificate(certificate).spki)
  const fits = key.type === 'EC' ? algorithm === 'ES256' && key.bytes === 32 : algorithm !== 'ES256'
  if (!fits || (key.type === 'RSA' && key.pssOnly !== undefined && algorithm !== 'PS256')) return undefined
  try {
    return createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
