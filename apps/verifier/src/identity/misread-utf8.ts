/** Longest text looked at, in UTF-16 units. */
const MAX_LENGTH = 8192

/** The byte that Windows-1252 shows as a character. A reader of ISO 8859-1 shows each byte as its own number. */
const bytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 0x20 }, (_, at) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)),
    0x80 + at,
  ]),
)

/**
 * The text that was meant, where its UTF-8 was read as Windows-1252 or ISO 8859-1: `Nguyá»…n` is `Nguyễn`. Only where
 * that is certain: every character goes back to a byte, and these are UTF-8. Every other text comes back as it is.
 */
export function repairMisreadUtf8(text: string): string {
  if (text.length > MAX_LENGTH || !/[\u0080-\uFFFF]/.test(text)) return text
  const meant = Uint8Array.from(text, (character) => bytes.get(character) ?? byteOf(character))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(meant)
  } catch {
    return text
  }
}

/** 0xFF, which is never in UTF-8, for what was no byte. */
function byteOf(character: string): number {
  return Math.min(character.codePointAt(0) ?? 0xff, 0xff)
}
