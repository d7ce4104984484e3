import { decodeLettering, legacyLetterings } from '../../names/lettering.ts'
import { couldBeSyllable, isSyllable } from '../../names/syllable.ts'
import type { Lettering, LetteringProof } from '../column-survey.ts'

/** What was seen in one column of text. */
export interface LetteringTally {
  /** Cells with letters. */
  cells: number
  /** Cells with letters beyond ASCII. */
  marked: number
  /** Cells that are Vietnamese neither as written nor with their marks lost. */
  unreadable: number
  /** Words of the unreadable cells, and how many of them are syllables as written, and as each lettering reads them. */
  words: number
  written: number
  readonly read: Map<Lettering, number>
  readonly samples: string[]
}

/** A column is in a lettering when at least this share of its marked cells is unreadable as it stands … */
const MOST_CELLS = 0.5
/** … and the lettering makes syllables of this share of their words, and of many more than there were. */
const MOST_WORDS = 0.8
const MORE_WORDS = 0.2
/** Fewer unreadable cells prove nothing. */
const ENOUGH_CELLS = 5
const SAMPLES = 5

export function letteringTally(): LetteringTally {
  const read = new Map(legacyLetterings.map((lettering) => [lettering, 0]))
  return { cells: 0, marked: 0, unreadable: 0, words: 0, written: 0, read, samples: [] }
}

/** Looks at a cell. The Icelandic Ð that many type for Đ is no sign of an old lettering. */
export function tallyLettering(tally: LetteringTally, cell: string): void {
  if (!/[a-z]|\P{ASCII}/iu.test(cell)) return
  tally.cells += 1
  const isPlain = /^\p{ASCII}*$/u.test(cell)
  if (!isPlain) tally.marked += 1
  const words = wordsOf(cell.normalize('NFC').replaceAll('Ð', 'Đ').replaceAll('ð', 'đ'))
  if (words.every(isPlain ? couldBeSyllable : isReadable)) return
  tally.unreadable += 1
  tally.words += words.length
  tally.written += words.filter(isSyllable).length
  for (const lettering of legacyLetterings) {
    const count = wordsOf(decodeLettering(cell, lettering)).filter(isSyllable).length
    tally.read.set(lettering, (tally.read.get(lettering) ?? 0) + Math.min(count, words.length))
  }
  if (tally.samples.length < SAMPLES && !tally.samples.includes(cell)) tally.samples.push(cell)
}

/** In old letterings any sign may be a letter: only what stands before or behind a word is cut off. */
function wordsOf(cell: string): readonly string[] {
  const words = cell.split(/\s+/).map((word) => word.replace(/^[("]+|[,.;:)"]+$/g, ''))
  return words.filter((word) => /[a-z]|\P{ASCII}/iu.test(word))
}

function isReadable(word: string): boolean {
  return isSyllable(word) || couldBeSyllable(word)
}

/** The lettering that the column proves; `unicode` where it proves none. */
export function columnLettering(tally: LetteringTally): Lettering {
  const { unreadable, words } = tally
  const marked = Math.max(tally.marked, unreadable)
  if (unreadable < ENOUGH_CELLS || unreadable < MOST_CELLS * marked) return 'unicode'
  const [best] = [...tally.read].sort(([, a], [, b]) => b - a)
  if (best === undefined) return 'unicode'
  const isProved = best[1] >= MOST_WORDS * words && best[1] >= tally.written + MORE_WORDS * words
  return isProved ? best[0] : 'unicode'
}

/** What is shown to the person who is to confirm it. */
export function letteringProof(tally: LetteringTally, lettering: Lettering): LetteringProof {
  const share = (count: number): number => (tally.words === 0 ? 0 : count / tally.words)
  return { written: share(tally.written), read: share(tally.read.get(lettering) ?? 0), samples: tally.samples }
}
