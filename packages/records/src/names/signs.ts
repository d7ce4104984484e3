/** Digits and signs that no name holds. */
export const NOTE = 1
/** `?` and U+FFFD, which stand where letters were lost. */
export const LOST = 2
/** Letters that stand for others (Ð), and Greek and Cyrillic ones. */
export const OTHER = 4
/** Perhaps not NFC, blanks where none belong, what cannot be seen. */
export const UNTIDY = 8
/** Anything but Latin letters, blanks, hyphens, dots and apostrophes. */
export const STRANGE = 16
/** Anything beyond printable ASCII. */
export const MARKED = 32

/** Signs that no language has within words: what a wrong reading of bytes leaves. */
export const GARBLED = 64

const TABLE = 0x1f00
const BLANK = 0x20

const table = Uint8Array.from({ length: TABLE }, (_, code) => signsOfLetter(String.fromCharCode(code)))
let lastName = ''
let lastSigns = 0

/** What a name holds, as bits, in one pass: most rules need to look no further. */
export function signsOf(name: string): number {
  if (name === '' || name === lastName) return name === '' ? 0 : lastSigns
  let signs = 0
  let afterBlank = true
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at)
    signs |= code < TABLE ? (table[code] as number) : far(code)
    const isBlank = code === BLANK
    if (isBlank && afterBlank) signs |= UNTIDY
    afterBlank = isBlank
  }
  lastName = name
  lastSigns = afterBlank ? signs | UNTIDY : signs
  return lastSigns
}

function signsOfLetter(letter: string): number {
  return (
    (/[\d()[\]{}<>/\\|:;_*#@&=+%"!$^~,]/.test(letter) ? NOTE : 0) |
    (letter === '?' ? LOST : 0) |
    (/[ÐðƉɖ\u0370-\u03ff\u0400-\u052f]/.test(letter) ? OTHER : 0) |
    (/[ -~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff]/.test(letter) ? 0 : UNTIDY) |
    (/[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0233\u1e00-\u1eff\u02bc' .-]/.test(letter) ? 0 : STRANGE) |
    (/[ -~]/.test(letter) ? 0 : MARKED) |
    (/[\u0080-\u00bf×÷ƒˆ˜]/.test(letter) ? GARBLED : 0)
  )
}

function far(code: number): number {
  if (code === 0x2019 || code === 0x2018) return UNTIDY | MARKED
  const garbled = code >= 0x2012 && code < 0x2c00 ? GARBLED : 0
  return garbled | UNTIDY | STRANGE | MARKED | (code === 0xfffd ? LOST : code === 0x2026 ? NOTE : 0)
}
