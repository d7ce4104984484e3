import type { Lettering } from '../read/column-survey.ts'
import { decodeLettering, legacyLetterings } from './lettering.ts'
import { memo } from './memo.ts'
import { MARKED, signsOf } from './signs.ts'
import { couldBeSyllable, isSyllable } from './syllable.ts'

/** How a text reads in another lettering than it is shown in. */
export interface Reading {
  readonly text: string
  /** Whether it is right, and the text as shown is not, as far as syllables can tell. */
  readonly isBetter: boolean
}

/** What Windows-1252 cannot show: such a text is Unicode already. */
const beyond1252 = /[^ -~\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/
const words = /[^\s,;:/-]+/g

/**
 * A text of a column that is written in `lettering`. Undefined where it is not written so, or right as it stands: such a
 * column may hold cells that were mended already.
 */
export function readingAs(text: string, lettering: Lettering): Reading | undefined {
  if (isNeverWritten(text, lettering)) return undefined
  const decoded = decodeLettering(text, lettering)
  if (decoded === text) return undefined
  const [shown, read] = [syllables(text), syllables(decoded)]
  if (hasHalfLetter(text) && isAllSyllables(decoded)) return { text: decoded, isBetter: true }
  const lost = shown.right.filter((isRight, at) => isRight && read.right[at] !== true).length
  if (lost > 0 && read.count <= shown.count) return undefined
  return { text: decoded, isBetter: lost === 0 && read.count > shown.count }
}

/**
 * What a name in a column of Unicode was perhaps meant to be: every word becomes a syllable in one of the other
 * letterings, and not all are one as shown.
 */
export function likelyReading(name: string): string | undefined {
  return isAllSyllables(name) ? undefined : otherReading(name)
}

/** Asked several times of a name, and of a person's every dose. */
const otherReading: (name: string) => string | undefined = memo((name) => {
  for (const lettering of legacyLetterings) {
    if (isNeverWritten(name, lettering)) continue
    const decoded = decodeLettering(name, lettering)
    if (decoded === name) continue
    if (isAllSyllables(decoded)) return decoded
    // Twice through the same wrong door.
    const again = lettering === 'utf8-as-1252' ? decodeLettering(decoded, lettering) : decoded
    if (again !== decoded && isAllSyllables(again)) return again
  }
  return undefined
})

/** What is left of `à` in UTF-8, when its second half looked like a blank, among small letters: `ToÃ n`, `HÃ Nam`. */
const halfLetter = /^(?=.*[a-z]).*(?:\p{Ll}|(?:^| )\p{Lu})Ã(?:[\u00a0 ]|$)/u

/** A capital with a mark after a small letter is rather a letter of TCVN3 or a tone of Windows-1258: `GiÒng`. */
const innerCapital = /\p{Ll}[\u00c0-\u00de]/u

function hasHalfLetter(text: string): boolean {
  return text.includes('Ã') && halfLetter.test(text)
}

let lastText = ''
let lastAnswer = true

/** Whether every word is a Vietnamese syllable; of a text without any marks, whether each would be one with them. */
export function isAllSyllables(text: string): boolean {
  if (text !== lastText) {
    lastAnswer = areAll(text, wordCheck(text)) && !hasHalfLetter(text) && !innerCapital.test(text)
    lastText = text
  }
  return lastAnswer
}

function areAll(text: string, isRight: (word: string) => boolean): boolean {
  let start = 0
  for (let end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', start)) {
    if (!areRight(text.slice(start, end), isRight)) return false
    start = end + 1
  }
  return areRight(text.slice(start), isRight)
}

/** A word, or what stands there in its place: parts with other signs between them, or nothing. */
function areRight(word: string, isRight: (word: string) => boolean): boolean {
  return isRight(word) || (word.match(words) ?? []).every((part) => part !== word && isRight(part))
}

/** Whether a text with marks cannot be of a legacy lettering: it shows what Windows-1252 has not, or is all syllables. */
export function isSurelyUnicode(text: string): boolean {
  return beyond1252.test(text) || isAllSyllables(text)
}

/** Whether a lettering cannot have made a text: keys and signs are all ASCII; the other letterings are none, and show nothing that Windows-1252 has not. */
export function isNeverWritten(text: string, lettering: Lettering): boolean {
  const isKeyed = lettering === 'viqr' || lettering === 'telex'
  return isKeyed === hasMarks(text) || beyond1252.test(text)
}

function syllables(text: string): { readonly count: number; readonly right: readonly boolean[] } {
  const right = (text.match(words) ?? []).map(wordCheck(text))
  return { count: right.filter(Boolean).length, right }
}

/** A text without any mark may have lost them, and is not wrong for that. */
export function wordCheck(text: string): (word: string) => boolean {
  return hasMarks(text) ? isSyllable : couldBeSyllable
}

function hasMarks(text: string): boolean {
  return (signsOf(text) & MARKED) !== 0
}
