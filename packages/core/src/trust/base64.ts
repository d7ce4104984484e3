/** Bytes of canonical base64 (RFC 4648 §4: padded, no white space, unused bits zero), or undefined for any other text. */
export function readBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return writeBase64(bytes) === text ? bytes : undefined
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
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Base64url of bytes, without padding (RFC 4648 §5, RFC 7515 §2). */
export function writeBase64Url(bytes: Uint8Array): string {
  return writeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
