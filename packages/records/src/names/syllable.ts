import { memo } from './memo.ts'
import { plainRhymes, rhymes, rhymesAfterQu, rhymesWithY } from './rhymes.ts'
import { plainLetters, splitTone, type Tone, vowels, withTone } from './vowels.ts'

/** A syllable that Vietnamese can have. */
export interface Syllable {
  /** Lower case, the tone where the old style puts it: `hòa` for `hoà` and `hòa`. */
  readonly canonical: string
  /** Lower case down to a–z, `hoa`. */
  readonly plain: string
  readonly tone: Tone
}

/** Letters of the longest syllables, `nghiêng`. */
export const LONGEST = 7

/** Consonants that begin a syllable, longest first, each with the vowels that its spelling asks for, where it does. */
const onsets: readonly (readonly [letters: string, before: string])[] = [
  ['ngh', 'eêi'],
  ['ng', 'aăâoôơuưy'],
  ['gh', 'eêi'],
  ...['nh', 'kh', 'ch', 'ph', 'th', 'tr'].map((letters) => [letters, vowels] as const),
  ['c', 'aăâoôơuư'],
  ['k', 'eêiy'],
  ['g', 'aăâoôơuưi'],
  ...[...'bdđhlmnprstvx'].map((letter) => [letter, vowels] as const),
  ['', vowels],
]

const plainOnsets = new Set([...onsets.map(([letters]) => plainLetters(letters)), 'q', 'gi'])

/** Reads one word, in either case, in NFC; undefined where Vietnamese has no such syllable. */
export const readSyllable: (word: string) => Syllable | undefined = memo(parse)

/** Whether a word is a Vietnamese syllable. Words of other languages of the country may be none, and right. */
export function isSyllable(word: string): boolean {
  return readSyllable(word) !== undefined
}

/** Whether a word of a–z only would be a syllable if its marks came back: `Nguyen`, `Duc`. */
export function couldBeSyllable(word: string): boolean {
  return isPlain(word.toLowerCase())
}

/** A syllable of lower-case letters and a tone, put together in the old style; undefined where there is no such one. */
export function syllableOf(letters: string, tone: Tone): string | undefined {
  const cut = onsetLength(letters)
  if (cut === undefined || !mayCarry(letters, tone)) return undefined
  const rhyme = letters.slice(cut)
  const at = cut + tonePlace(rhyme)
  return letters.slice(0, at) + withTone(letters.charAt(at), tone) + letters.slice(at + 1)
}

function parse(word: string): Syllable | undefined {
  if (word.length > LONGEST) return undefined
  let letters = ''
  let tone: Tone = 0
  let place = 0
  for (const letter of word.toLowerCase()) {
    const split = splitTone(letter)
    if (split !== undefined && split.tone > 0) {
      if (tone > 0) return undefined
      tone = split.tone
      place = letters.length
    }
    letters += split?.vowel ?? letter
  }
  const canonical = syllableOf(letters, tone)
  if (canonical === undefined || (tone > 0 && !mayStand(place, letters))) return undefined
  return { canonical, plain: plainLetters(letters), tone }
}

/** A tone is typed too early, `Hòang`, or in the new style, `hoà`; never on the letter that ends a syllable, `Hôì`. */
function mayStand(place: number, letters: string): boolean {
  const cut = onsetLength(letters) ?? 0
  const right = cut + tonePlace(letters.slice(cut))
  return place <= right || (place === right + 1 && /(?:o[ae]|uy)$/.test(letters))
}

/** Syllables that end in a stop have sắc or nặng. */
function mayCarry(letters: string, tone: Tone): boolean {
  return tone === 1 || tone === 5 || !/(?:c|ch|p|t)$/.test(letters)
}

/** How many letters stand before the rhyme; undefined where the rest is none. `gi` and `qu` come before g and q. */
function onsetLength(letters: string): number | undefined {
  if (letters.startsWith('qu')) return rhymesAfterQu.has(letters.slice(2)) ? 2 : undefined
  if (letters.startsWith('gi') && rhymes.has(letters.slice(2))) return 2
  for (const [onset, before] of onsets) {
    if (letters.startsWith(onset) && before.includes(letters.charAt(onset.length))) {
      const rhyme = letters.slice(onset.length)
      if (rhymes.has(rhyme) || isRhymeWithY(onset, rhyme)) return onset.length
    }
  }
  return undefined
}

function isRhymeWithY(onset: string, rhyme: string): boolean {
  return rhyme === 'y' || (onset === '' && rhymesWithY.has(rhyme))
}

/** Which letter of a rhyme carries the tone, in the old style. */
function tonePlace(rhyme: string): number {
  for (let at = rhyme.length - 1; at >= 0; at -= 1) if ('ăâêôơư'.includes(rhyme.charAt(at))) return at
  const nucleus = /^[aeiouy]+/.exec(rhyme)?.[0].length ?? 1
  if (nucleus < rhyme.length) return nucleus - 1
  return nucleus === 3 ? 1 : 0
}

function isPlain(word: string): boolean {
  if (word.length > LONGEST) return false
  for (const onset of plainOnsets) {
    if (word.startsWith(onset) && plainRhymes.has(word.slice(onset.length))) return true
  }
  return false
}
