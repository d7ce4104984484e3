import type { FieldMatch } from './compare.ts'
import { baseLetters } from './letters.ts'
import { withoutTonePlace } from './syllable.ts'

/** Why the words of two names are not simply the same. */
export type WordsReason =
  /** Letters and order agree; one of the names has no marks at all. */
  | 'marks-missing'
  /** Letters and order agree; tones or other marks do not. */
  | 'marks-differ'
  /** The same but for i and y, apostrophes, or where words part. */
  | 'spelling'
  /** The same words, the surname in another place. */
  | 'order'
  /** Surname and last word agree; one of the names leaves words between them out, or shortens them to a letter. */
  | 'middle-names'
  /** A name in letters that cannot be compared with those of the other. */
  | 'other-script'
  | 'other-name'

type Match = Pick<FieldMatch, 'outcome' | 'why'>
type Words = readonly string[]

/** Compares words of `nameWords`, surname first on the paper. One deviation makes them similar, two another name. */
export function compareWords(certified: Words, stated: Words): Match {
  const [a, b] = [certified.map(withoutTonePlace), stated.map(withoutTonePlace)]
  if (equal(a, b)) return { outcome: 'same' }
  const [baseA, baseB] = [inBaseLetters(certified), inBaseLetters(stated)]
  if (baseA === undefined || baseB === undefined) return unlike(baseA, baseB)
  const isMarked = !equal(certified, baseA) && !equal(stated, baseB)
  const why = equal(baseA, baseB)
    ? marksReason(certified, stated)
    : (spellingReason(isMarked ? certified : baseA, isMarked ? stated : baseB) ??
      wordsReason(isMarked ? a : baseA, isMarked ? b : baseB))
  return { outcome: why === 'other-name' ? 'different' : 'similar', why }
}

function marksReason(certified: Words, stated: Words): WordsReason {
  const letters = (words: Words): string => words.join('').replaceAll("'", '')
  if (letters(certified) === letters(stated)) return 'spelling'
  const isBare = (words: Words): boolean => /^[a-z]*$/.test(letters(words))
  return isBare(certified) || isBare(stated) ? 'marks-missing' : 'marks-differ'
}

function wordsReason(a: Words, b: Words): WordsReason {
  if (a[0] !== b[0] && equal([...a].sort(), [...b].sort())) return 'order'
  return isShortened(a, b) || isShortened(b, a) ? 'middle-names' : 'other-name'
}

/** Names that part their words elsewhere, or write i for y. */
function spellingReason(a: Words, b: Words): WordsReason | undefined {
  const letters = (words: Words): string => words.join('').normalize('NFD').replaceAll("'", '').replaceAll('y', 'i')
  return letters(a) === letters(b) ? 'spelling' : undefined
}

/** Whether one name is the other without some of its middle names; initials of one letter stand for a whole one. */
function isShortened(short: Words, long: Words): boolean {
  if (short.length < 2 || short.length > long.length) return false
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false
  let at = 1
  return short.slice(1, -1).every((word) => {
    while (at < long.length - 1 && !standsFor(word, long[at] ?? '')) at++
    return at++ < long.length - 1
  })
}

function standsFor(word: string, whole: string): boolean {
  return word === whole || (word.length === 1 && whole.startsWith(word))
}

function unlike(a: Words | undefined, b: Words | undefined): Match {
  const isOneLatin = (a === undefined) !== (b === undefined)
  return isOneLatin ? { outcome: 'unknown', why: 'other-script' } : { outcome: 'different', why: 'other-name' }
}

function inBaseLetters(words: Words): Words | undefined {
  const bases = words.map(baseLetters)
  return bases.every((base) => base !== undefined) ? bases : undefined
}

function equal(a: Words, b: Words): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at])
}
