const TONES = /\u0300|\u0301|\u0303|\u0309|\u0323/gu
/** A tone on something that is no Vietnamese vowel, as in ñ. */
const STRAY_TONE = /(?:^|[^aeiouy\p{M}])\p{M}*(?:\u0300|\u0301|\u0303|\u0309|\u0323)/u
const VOWELS = 'aăâeêioôơuưy'
const SHAPE = new RegExp(
  `^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?[${VOWELS}]{1,3}(?:ch|c|m|ng|nh|n|p|t)?$`,
)

/** A Vietnamese syllable: its letters with their quality marks, and its tone as a combining mark or nothing. */
export interface Syllable {
  readonly letters: string
  readonly tone: string
}

/** Reads one lower-case word; undefined when Vietnamese has no such syllable. */
export function readSyllable(word: string): Syllable | undefined {
  const apart = word.normalize('NFD')
  const tones = apart.match(TONES) ?? []
  if (tones.length > 1 || STRAY_TONE.test(apart)) return undefined
  const letters = apart.replace(TONES, '').normalize('NFC')
  return SHAPE.test(letters) ? { letters, tone: tones[0] ?? '' } : undefined
}

/** Where writers differ: `hoà` and `hòa`, `loè` and `lòe`, `thuý` and `thúy`, and what `qu` and `gi` take for a vowel. */
const TWO_PLACES = /oa|oe|uy|^qu|^gi/

/** One spelling for a word that can carry its tone in two places. All other words stay as they are. */
export function withoutTonePlace(word: string): string {
  const syllable = readSyllable(word)
  return syllable === undefined || !TWO_PLACES.test(syllable.letters)
    ? word
    : syllable.letters + syllable.tone.replace(/./u, (tone) => `|${tone}`)
}
