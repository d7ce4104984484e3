const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 bytes as text, or undefined when they are not valid UTF-8. A byte order mark stays part of the text. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

export function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let offset = start; offset < end; offset += 1) if ((bytes[offset] as number) >= 0x80) return false
  return true
}

/** Reused by every call; longer inputs take memory of their own. */
const scratch = new Uint8Array(1024)

/** One character for each byte: the right one where the byte is ASCII, any other one elsewhere. */
export function asciiText(bytes: Uint8Array): string {
  const { length } = bytes
  const ascii = length <= scratch.length ? scratch : new Uint8Array(length)
  for (let offset = 0; offset < length; offset += 1) ascii[offset] = (bytes[offset] as number) & 0x7f
  return utf8.decode(ascii.subarray(0, length))
}
