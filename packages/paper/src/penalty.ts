import { type BitLines, wordAt } from './bit-lines.ts'

/** Weights of the four features (ISO/IEC 18004:2015 §7.8.3.1, table 11). */
const N1 = 3
const N2 = 3
const N3 = 40
const N4 = 10

/**
 * Penalty of a finished symbol: the lower, the easier a camera reads it (ISO/IEC 18004:2015 §7.8.3.1).
 * The whole symbol is scored, format and version information included; the quiet zone is not.
 * A score that reaches `limit` may stop short: it is at least `limit` then, and at most the full penalty.
 */
export function penalty(lines: BitLines, limit: number = Number.POSITIVE_INFINITY): number {
  const { size, words, rows, columns } = lines
  const runs = runPenalty(rows, size, words) + runPenalty(columns, size, words)
  const cheap = runs + N2 * blockCount(lines) + N4 * darkSteps(lines)
  if (cheap >= limit) return cheap
  return cheap + N3 * (finderCount(rows, size, words) + finderCount(columns, size, words))
}

/**
 * Runs of five or more of one colour across the lines: N1 plus one for each module beyond five, which is one for
 * each five in a row that end here, and N1 − 1 more for the first five of a run.
 */
function runPenalty(lines: Int32Array, size: number, words: number): number {
  let score = 0
  for (let word = 0; word < words; word += 1) {
    const used = usedBits(word, size)
    let before = wordAt(lines, word)
    let pair1 = 0
    let pair2 = 0
    let five = 0
    let same = 0
    for (let line = 1; line < size; line += 1) {
      const here = wordAt(lines, line * words + word)
      const sameNow = ~(here ^ before) & used
      const pair = sameNow & same
      const fiveNow = pair & pair2
      score += countBits(fiveNow) + (N1 - 1) * countBits(fiveNow & ~five)
      before = here
      same = sameNow
      pair2 = pair1
      pair1 = pair
      five = fiveNow
    }
  }
  return score
}

/** Blocks of two by two of one colour, overlapping ones each for itself. */
function blockCount({ size, words, rows }: BitLines): number {
  let count = 0
  for (let word = 0; word < words; word += 1) {
    const used = usedBits(word, size - 1)
    let above = wordAt(rows, word)
    let evenAbove = 0
    for (let y = 0, at = word; y < size; y += 1, at += words) {
      const here = wordAt(rows, at)
      const next = word + 1 < words ? wordAt(rows, at + 1) << 31 : 0
      const even = ~(here ^ ((here >>> 1) | next)) & used
      count += countBits(even & evenAbove & ~(here ^ above))
      above = here
      evenAbove = even
    }
  }
  return count
}

/** The finder's 1:1:3:1:1 across the lines with four light modules on one side; both sides count twice. */
function finderCount(lines: Int32Array, size: number, words: number): number {
  let count = 0
  for (let word = 0; word < words; word += 1) {
    for (let line = 0, at = word; line <= size - 7; line += 1, at += words) {
      const core = finderCore(lines, at, words)
      if (core === 0) continue
      if (line >= 4) count += countBits(core & ~fourLines(lines, at - 4 * words, words))
      if (line + 11 <= size) count += countBits(core & ~fourLines(lines, at + 7 * words, words))
    }
  }
  return count
}

function finderCore(lines: Int32Array, at: number, words: number): number {
  const second = at + words
  const third = second + words
  const fourth = third + words
  const fifth = fourth + words
  const sixth = fifth + words
  const dark = wordAt(lines, at) & wordAt(lines, third) & wordAt(lines, fourth) & wordAt(lines, fifth)
  return dark & wordAt(lines, sixth + words) & ~(wordAt(lines, second) | wordAt(lines, sixth))
}

function fourLines(lines: Int32Array, at: number, words: number): number {
  const second = at + words
  const third = second + words
  return wordAt(lines, at) | wordAt(lines, second) | wordAt(lines, third) | wordAt(lines, third + words)
}

/** Whole steps of five per cent by which the share of dark modules is off one half. */
function darkSteps({ size, rows }: BitLines): number {
  let dark = 0
  for (let at = 0; at < rows.length; at += 1) dark += countBits(wordAt(rows, at))
  const total = size * size
  return Math.floor((Math.abs(dark * 2 - total) * 10) / total)
}

/** The bits of a line's word that hold one of its first `length` modules. */
function usedBits(word: number, length: number): number {
  const left = length - word * 32
  if (left >= 32) return -1
  return left <= 0 ? 0 : (1 << left) - 1
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
