import { transliterate } from '@vaxcert/core/dcc'
import { unlessFault } from '@vaxcert/core/fault'
import { memo } from './memo.ts'
import { OTHER, signsOf, UNTIDY } from './signs.ts'
import { readSyllable } from './syllable.ts'

/** What is not seen: soft hyphens, widths of nothing, directions, byte order marks. */
const unseen = /\u034f|[\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const blanks = /[\s\u0085\u2800\u3164]+/g

/**
 * A text as it should have been typed: NFC, one blank between words, none around, nothing that cannot be seen. Nothing
 * else changes. Not before the lettering is known: in TCVN3 a soft hyphen is a letter, and a mark may be one in others.
 */
export function tidyText(text: string): string {
  return signsOf(text) & UNTIDY ? text.normalize('NFC').replace(unseen, '').replace(blanks, ' ').trim() : text
}

const lookAlikes: Readonly<Record<string, string>> = {
  // Cyrillic
  ...pairs('АВЕКМНОРСТХІЈЅаеорсхуіјѕԁһ', 'ABEKMHOPCTXIJSaeopcxyijsdh'),
  // Greek
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', 'ABEZHIKMNOPTYXov'),
}
const crossedD = /[ÐðƉɖ]/g
const foreignScript = /[\u0370-\u03ff\u0400-\u052f]/

/**
 * Letters in the place of which another was meant: Ð ð Ɖ for Đ đ, and Cyrillic or Greek ones that look like Latin ones,
 * in words that else are Latin. A word wholly of another script is left alone.
 */
export function latinLetters(name: string): string {
  if ((signsOf(name) & OTHER) === 0) return name
  const crossed = name.replace(crossedD, (letter) => (letter === 'ð' || letter === 'ɖ' ? 'đ' : 'Đ'))
  return foreignScript.test(crossed) ? crossed.replace(/\S+/g, latinWord).normalize('NFC') : crossed
}

function latinWord(word: string): string {
  if (!/\p{Script=Latin}/u.test(word)) return word
  const latin = [...word].map((letter) => lookAlikes[letter] ?? letter).join('')
  return foreignScript.test(latin) ? word : latin
}

/**
 * A name as it is compared: tidy, Latin, lower case, each tone where the old style puts it. Never printed: papers show
 * the register's form.
 */
export function comparableName(name: string): string {
  return latinLetters(tidyText(name)).toLowerCase().split(' ').map(comparableWord).join(' ')
}

const comparableWord: (word: string) => string = memo((word) => readSyllable(word)?.canonical ?? word)

/** The words of a name in A–Z (ICAO), joined by one blank: NGUYEN VAN DUC. Empty where a letter has no such spelling. */
export function nameKey(name: string): string {
  return tidyText(name).split(' ').map(wordKey).filter(Boolean).join(' ')
}

/** One word in A–Z; a hyphen within it becomes a blank. */
export const wordKey: (word: string) => string = memo((word) =>
  word === '' ? '' : (unlessFault(() => transliterate(word)) ?? '').replaceAll('<', ' '),
)

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, at) => [letter, to.charAt(at)]))
}
