const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true })
const lossy = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes as text, or undefined when they are not UTF-8. A byte order mark stays part of it. */
export function strictText(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

/** Bytes as text for people: what is not UTF-8 becomes U+FFFD. */
export function lossyText(bytes: Uint8Array): string {
  return lossy.decode(bytes)
}

/** Length of the byte order mark at the start of a file: 3 or 0. */
export function byteOrderMarkLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}
