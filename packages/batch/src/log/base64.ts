/** Bytes of canonical base64 (RFC 4648 §4: padded, unused bits zero), or undefined for any other text. */
export function readBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? new Uint8Array(bytes) : undefined
}

export function writeBase64(...parts: readonly Uint8Array[]): string {
  return Buffer.concat(parts).toString('base64')
}
