/** Longest name looked at, in UTF-16 units, and the most words in it. Longer ones are not read. */
const MAX_LENGTH = 512
const MAX_WORDS = 24

/** Letters with marks, one apostrophe at a time, and nothing that no name holds. */
const word = /^(?:'?[\p{L}]\p{M}{0,4})+'?$/u
const separators = /[\s\-.,\u2010-\u2015]+/u
const apostrophes = /[`\u00B4\u00B7\u02B9\u02BB\u02BC\u2018\u2019\u2032]/gu
/** Left behind by copying; they change no letter. Bidi controls and the soft hyphen are not among them. */
const invisible = /[\u200B-\u200D\u2060\uFEFF]/gu

/** Letters whose base letter is not found by taking marks off, in lower case. */
const bases: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['ß', 'ss'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ƀ', 'b'],
])

/**
 * The words of a written name, so that those that are written alike are equal: NFC, lower case, one sort of
 * apostrophe, one sort of đ (U+00D0 and U+0189 are typed for it). A hyphen parts words as a space does.
 * Undefined for a text with digits, signs of lost letters, controls, or without letters: it is no name.
 */
export function nameWords(name: string): readonly string[] | undefined {
  if (name.length > MAX_LENGTH) return undefined
  const written = name.replace(invisible, '').replace(apostrophes, "'").toLowerCase().normalize('NFC')
  const words = written.replace(/[ðɖ]/g, 'đ').split(separators).filter(Boolean)
  return words.length > 0 && words.length <= MAX_WORDS && words.every((each) => word.test(each)) ? words : undefined
}

/** A word of `nameWords` by its base letters, a–z alone; undefined in another script. */
export function baseLetters(word: string): string | undefined {
  let base = ''
  for (const letter of word.normalize('NFD')) {
    if (!/^[\p{M}']$/u.test(letter)) base += bases.get(letter) ?? letter
  }
  return /^[a-z]+$/.test(base) ? base : undefined
}
