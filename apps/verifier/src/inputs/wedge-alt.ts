/** Characters that a scanner types by their numbers: Alt held down, digits of the number pad, Alt let go (Windows). */
export interface AltCodes {
  /** Whether this key is a digit of such a number. */
  press(event: KeyboardEvent): boolean
  /** The character, when this is the key that ends one. */
  release(event: KeyboardEvent): string | undefined
}

export function readAltCodes(): AltCodes {
  let digits = ''
  return {
    press(event) {
      const digit = event.altKey ? /^Numpad(\d)$/.exec(event.code)?.[1] : undefined
      digits = digit === undefined ? '' : digits + digit
      return digit !== undefined
    },
    release(event) {
      if (event.key !== 'Alt' || digits === '') return undefined
      const typed = characterOf(digits)
      digits = ''
      return typed
    },
  }
}

/** Windows-1252 behind a leading zero; numbers of older code pages beyond ASCII are not guessed. */
function characterOf(digits: string): string {
  const code = Number(digits)
  if (code < 0x80) return String.fromCharCode(code)
  if (digits.startsWith('0') && code < 0x100) return new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  return '\uFFFD'
}
