import { createPublicKey, verify } from 'node:crypto'
import { crc32c } from '../../src/kms/google/crc32c.ts'
import { type Desk, type Mischief, receive, signatureFor } from './desk.ts'
import { keys } from './held-key.ts'

export const KEY_VERSION = 'projects/sample/locations/asia/keyRings/dsc/cryptoKeys/sample/cryptoKeyVersions/7'

/** Status codes of gRPC for what goes wrong (google.rpc.Code). */
export const errorCodes: Partial<Record<Mischief, number>> = {
  throttle: 8,
  fail: 13,
  deny: 7,
  disable: 9,
  vanish: 5,
}

/** Of the kind that services send: names of keys and of people with access. */
export const ERROR_WORDS = `CANARY: sample-operator may not use ${KEY_VERSION}`

/** Numbers of the enums of google.cloud.kms.v1. */
const algorithms = { ES256: 12, PS256: 2, notForSigning: 8 } as const
const protectionLevels = { generated: 2, imported: 2, software: 1 } as const

/** PublicKey and CryptoKeyVersion, apart from how each transport writes 64-bit numbers. */
export function publicKey(desk: Desk): { name: string; pem: string; pemCrc32c: number; algorithm: number } {
  const spki = { key: Buffer.from(desk.key.documentSigner.spki), format: 'der', type: 'spki' } as const
  const pem = createPublicKey(spki).export({ format: 'pem', type: 'spki' }).toString()
  return { name: KEY_VERSION, pem, pemCrc32c: crc32c(Buffer.from(pem)), algorithm: algorithmOf(desk) }
}

export function keyVersion(desk: Desk): Readonly<Record<string, string | number>> {
  const importJob = desk.origin === 'imported' ? `${KEY_VERSION}/importJobs/1` : ''
  const protectionLevel = protectionLevels[desk.origin]
  return { name: KEY_VERSION, state: desk.enabled ? 1 : 2, algorithm: algorithmOf(desk), protectionLevel, importJob }
}

function algorithmOf({ key, signs }: Desk): number {
  return signs ? algorithms[key.documentSigner.algorithm] : algorithms.notForSigning
}

export interface SignAnswer {
  readonly name: string
  readonly signature: Uint8Array
  readonly signatureCrc32c: number
  readonly verifiedDigestCrc32c: boolean
}

/** What becomes of a request to sign a digest that came with this checksum. */
export async function answerSign(desk: Desk, digest: Uint8Array, checksum: number): Promise<SignAnswer | Mischief> {
  const mischief = await receive(desk)
  if (mischief === 'hang' || mischief === 'drop' || mischief === 'break-off') return mischief
  if (mischief !== undefined && errorCodes[mischief] !== undefined) return mischief
  const made = mischief === 'nothing' ? new Uint8Array() : signatureFor(desk, mischief, digest, 'der')
  return {
    name: mischief === 'other-name' ? `${KEY_VERSION}0` : KEY_VERSION,
    signature: made,
    signatureCrc32c: mischief === 'flip-signature-crc' ? (crc32c(made) ^ 1) >>> 0 : crc32c(made),
    verifiedDigestCrc32c: mischief !== 'flip-digest-crc' && checksum === crc32c(digest),
  }
}

/** Whom the local Google knows: a service account, whose tokens it signs itself. Invented. */
export const account = {
  client_email: 'sample@sample.iam.gserviceaccount.invalid',
  private_key: keys.PS256.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
} as const

/** Whether a header carries a token that the account signed for itself (RFC 7519, RFC 7523 §2.1). */
export function hasRightToken(authorization: string | undefined): boolean {
  const [, head = '', claims = '', signature = ''] =
    /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization ?? '') ?? []
  const { iss } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as { iss?: unknown }
  const key = createPublicKey(account.private_key)
  return (
    iss === account.client_email &&
    verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))
  )
}
