import type { DecodedDcc } from '@vaxcert/core/dcc'

/** Kind of evidence that stands before a digest. */
const KIND = 'hcert-sha256'

/**
 * The evidence of a dose that a certificate gives: its kind, and the SHA-256 of what its issuer signed, in hex. Pictures,
 * prints and other packings of one certificate give the same.
 */
export async function evidenceOf({ message: { payload } }: DecodedDcc): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', payload as Uint8Array<ArrayBuffer>)
  return `${KIND}:${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
