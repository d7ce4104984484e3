/** Bytes that become text at a time: more are too many arguments for one call. */
const PIECE = 8192

/** Bytes of canonical base64 (RFC 4648 §4: padded, no white space, unused bits zero), or undefined for any other text. */
export function readBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at)
  // Only the last three bytes or fewer can leave bits unused.
  return text.endsWith(writeBase64(bytes.subarray(Math.max(text.length / 4 - 1, 0) * 3))) ? bytes : undefined
}

/** Bytes of base64url without padding (RFC 7515 §2), or undefined for any other text. */
export function readBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  return readBase64(standard.padEnd(Math.ceil(standard.length / 4) * 4, '='))
}

/** Base64 of bytes, padded, in one line. */
export function writeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(binary)
}

/** Base64url of bytes, without padding (RFC 4648 §5, RFC 7515 §2). */
export function writeBase64Url(bytes: Uint8Array): string {
  return writeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
