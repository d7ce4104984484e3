import { comparableName, wordKey } from './canonical.ts'
import { dialectForm, regionalForm } from './variants.ts'

/** A name made ready to be compared with many. */
export interface ComparedName {
  /** Canonical words with their tones, lower case. */
  readonly words: readonly string[]
  /** The same in A–Z. */
  readonly keys: readonly string[]
}

/** Share of the surname, of the words in the middle, and of the given name. */
const SURNAME = 0.25
const MIDDLE = 0.3
const GIVEN = 0.45
/** What a middle name is worth that only one side has. */
const MISSING = 0.5
/** What two words are worth that are alike without their marks, in the other region, in a dialect. */
const UNMARKED = 0.9
const REGIONAL = 0.9
const DIALECT = 0.85
/** And what is left of the score of a name whose words stand in another order. */
const TURNED = 0.95

export function comparedName(name: string): ComparedName {
  const words = comparableName(name.replaceAll('-', ' ')).split(' ').filter(Boolean)
  return { words, keys: words.map(wordKey) }
}

/**
 * How much two names are alike, 0 to 1 (vietnam.md §7.2, step 7): word against word, at most one slip in each, also where
 * one of them begins with the given name.
 */
export function nameScore(a: ComparedName, b: ComparedName): number {
  if (a.words.length === 0 || b.words.length === 0) return 0
  const straight = alignedScore(a, b)
  return straight === 1 || b.words.length < 2 ? straight : Math.max(straight, rotatedScore(a, b))
}

function rotatedScore(a: ComparedName, b: ComparedName): number {
  return TURNED * Math.max(alignedScore(a, rotated(b, 1)), alignedScore(a, rotated(b, b.words.length - 1)))
}

function rotated({ words, keys }: ComparedName, by: number): ComparedName {
  return { words: [...words.slice(by), ...words.slice(0, by)], keys: [...keys.slice(by), ...keys.slice(0, by)] }
}

/** A single word is a given name; against a longer name it is worth no more than that. */
function alignedScore(a: ComparedName, b: ComparedName): number {
  const [lastA, lastB] = [a.words.length - 1, b.words.length - 1]
  const given = wordScore(a, lastA, b, lastB)
  if (lastA === 0 || lastB === 0) return lastA === lastB ? given : GIVEN * given
  return SURNAME * wordScore(a, 0, b, 0) + MIDDLE * middleScore(a, b) + GIVEN * given
}

/** The best partner for each word of the shorter middle; words without one are missing. Without any middle, all is well. */
function middleScore(a: ComparedName, b: ComparedName): number {
  if (a.words.length > b.words.length) return middleScore(b, a)
  const [fewer, more] = [a.words.length - 2, b.words.length - 2]
  if (more === 0) return 1
  const taken = new Set<number>()
  let sum = (more - fewer) * MISSING
  for (let at = 1; at <= fewer; at += 1) sum += bestPartner(a, at, b, taken)
  return sum / more
}

function bestPartner(a: ComparedName, at: number, b: ComparedName, taken: Set<number>): number {
  let best = 0
  let partner = 0
  for (let other = 1; other < b.words.length - 1; other += 1) {
    const score = taken.has(other) ? 0 : wordScore(a, at, b, other)
    if (score > best) [best, partner] = [score, other]
  }
  if (partner > 0) taken.add(partner)
  return best
}

function wordScore(a: ComparedName, atA: number, b: ComparedName, atB: number): number {
  const [x, y] = [a.words[atA] as string, b.words[atB] as string]
  if (x === y) return 1
  const slip = isOneSlip(x, y) ? 1 - 1 / Math.max(x.length, y.length) : 0
  if (slip >= UNMARKED) return slip
  if (a.keys[atA] === b.keys[atB] && a.keys[atA] !== '') return UNMARKED
  if (regionalForm(x) === y) return REGIONAL
  return dialectForm(x) === dialectForm(y) ? Math.max(DIALECT, slip) : slip
}

/** Whether one letter was added, left out, changed, or two neighbours were swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isOneSlip(b, a)
  if (b.length - a.length > 1) return false
  let at = 0
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1)
  const isSwap = a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at)
  return a.slice(at + 1) === b.slice(at + 1) || (isSwap && a.slice(at + 2) === b.slice(at + 2))
}
