/** Longest text looked at, in UTF-16 units. */
const MAX_LENGTH = 8192

/** What readers take UTF-8 for. Windows-1252 stands for ISO 8859-1 too. */
const guesses = ['windows-1252', 'shift_jis'] as const

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/**
 * The text that was meant, where its UTF-8 was read in another encoding: `Nguyá»…n` is `Nguyễn`. Only where that is
 * certain: every character goes back to bytes, and these are UTF-8. Every other text comes back as it is.
 */
export function repairMisreadUtf8(text: string): string {
  if (text.length > MAX_LENGTH || !/[\u0080-\uFFFF]/.test(text)) return text
  for (const guess of guesses) {
    const meant = decodeUtf8(bytesOf(text, guess))
    if (meant !== undefined) return meant
  }
  return text
}

function bytesOf(text: string, encoding: string): Uint8Array | undefined {
  const table = tables.get(encoding) ?? buildTable(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const known = code < 0x80 ? [code] : (table.get(character) ?? byteOf(code, encoding))
    if (known === undefined) return undefined
    bytes.push(...known)
  }
  return Uint8Array.from(bytes)
}

/** A reader of ISO 8859-1 gives C1 controls where Windows-1252 has letters. */
function byteOf(code: number, encoding: string): readonly number[] | undefined {
  return encoding === 'windows-1252' && code < 0x100 ? [code] : undefined
}

function decodeUtf8(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Which bytes stand for a character: built once, from what the platform's own reader makes of all of them. */
function buildTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, readonly number[]>()
  const learn = (...bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, bytes)
  }
  for (let first = 0x80; first <= 0xff; first++) learn(first)
  if (encoding === 'shift_jis') {
    for (let first = 0x81; first <= 0xfc; first++) for (let next = 0x40; next <= 0xfc; next++) learn(first, next)
  }
  tables.set(encoding, table)
  return table
}
