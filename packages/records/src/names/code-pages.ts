/** Where Windows-1258 says something else than Windows-1252: letters, and tones that follow their vowel. */
const codes1258 = 'ÃÌÐÒÕÝÞãìðòõýþ'
const meant1258 = 'Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư₫'
/** The upper half of Windows-1252 that is not ISO 8859-1; U+FFFF where a byte means nothing. */
const upper1252 = '€\uFFFF‚ƒ„…†‡ˆ‰Š‹Œ\uFFFFŽ\uFFFF\uFFFF‘’“”•–—˜™š›œ\uFFFFžŸ'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Windows-1258 read as Windows-1252, put right; NFC. */
export function decode1258(text: string): string {
  return text.replace(/[ÃÌÐÒÕÝÞãìðòõýþ]/g, (code) => meant1258.charAt(codes1258.indexOf(code))).normalize('NFC')
}

/**
 * UTF-8 read as Windows-1252, put right; the text itself where its bytes are no UTF-8. The second half of `à` is a
 * no-break space, and often became a blank or went: `ToÃ n`, `HÃ Nam`.
 */
export function decodeUtf8(text: string): string {
  return decodeBytes(text) ?? decodeBytes(withBlankByte(text)) ?? text
}

function withBlankByte(text: string): string {
  return text.replace(/Ã (?=\p{Ll})/gu, 'Ã\u00a0').replace(/Ã(?= |$)/g, 'Ã\u00a0')
}

function decodeBytes(text: string): string | undefined {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    const byte = byteOf(text.charCodeAt(at))
    if (byte === undefined) return undefined
    bytes[at] = byte
  }
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** Bytes without a meaning came through as control characters. */
function byteOf(code: number): number | undefined {
  if (code < 0x100) return code
  const at = upper1252.indexOf(String.fromCharCode(code))
  return at < 0 || code === 0xffff ? undefined : 0x80 + at
}
