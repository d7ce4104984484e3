import { writeBase64 } from '../../base64.ts'

/** Base64url of bytes, without padding (RFC 7515 §2). */
export function writeBase64Url(bytes: Uint8Array): string {
  return writeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
