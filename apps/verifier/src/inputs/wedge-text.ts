import type { PressedKey } from './wedge-keys.ts'

/** The keys of one scan. */
export interface Burst {
  readonly keys: PressedKey[]
  /** Whether Caps Lock was on at its first key. */
  readonly capsLock: boolean
}

const CERTIFICATE = /^HC1:/i
/** What a scanner may be told to put before a text: the kind of code (ISO/IEC 15424). */
const SYMBOLOGY = /^\][A-Za-z][0-9A-Za-z]/
const CERTIFICATE_ALPHABET = /^[0-9A-Z $%*+\-./:]+$/i

/**
 * What the scanner read. A certificate knows capitals only and a small alphabet, so that a foreign keyboard layout, an
 * input method or Caps Lock between it and us can be told and undone.
 */
export function textOfBurst({ keys, capsLock }: Burst): string {
  const wired = keys
    .map((key) => key.wired ?? '\uFFFD')
    .join('')
    .replace(SYMBOLOGY, '')
  const typed = keys
    .map((key) => key.typed ?? key.wired ?? '\uFFFD')
    .join('')
    .replace(SYMBOLOGY, '')
  for (const text of [typed, wired]) {
    if (CERTIFICATE.test(text) && CERTIFICATE_ALPHABET.test(text)) return text.toUpperCase()
  }
  if (CERTIFICATE.test(typed)) return typed
  return capsLock && looksSwapped(typed) ? swapCase(typed) : typed
}

/** Words that begin small and go on in capitals, more of them than the other way round. */
function looksSwapped(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return count(/\p{Ll}\p{Lu}/gu) > count(/\p{Lu}\p{Ll}/gu)
}

function swapCase(text: string): string {
  return Array.from(text, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  ).join('')
}
