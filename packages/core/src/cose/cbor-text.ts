const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * UTF-8 bytes `start` to `end` as text, or undefined when they are not valid UTF-8.
 * A byte order mark stays part of the text. ASCII, the common case, skips the decoder.
 */
export function readText(bytes: Uint8Array, start: number, end: number): string | undefined {
  for (let offset = start; offset < end; offset += 1) {
    if ((bytes[offset] as number) >= 0x80) return decodeUtf8(bytes.subarray(start, end))
  }
  return asciiText(bytes, start, end)
}

function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let offset = start; offset < end; offset += 1) text += String.fromCharCode(bytes[offset] as number)
  return text
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}
