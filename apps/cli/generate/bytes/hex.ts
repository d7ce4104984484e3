/** Bytes as the vectors write them: lower-case hex. */
export function writeHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** @throws TypeError when the text is not hex */
export function readHex(text: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(text, 'hex'))
  if (bytes.length * 2 !== text.length) throw new TypeError('not hex')
  return bytes
}

export function joinBytes(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]))
}
