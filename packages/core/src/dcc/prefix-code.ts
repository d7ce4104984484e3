import { MAX_CODE_BITS, reverseBits } from './deflate-format.ts'

/** Codes up to this length are found by one look-up, longer ones by a walk. */
const FAST_BITS = 9

/** A prefix code (RFC 1951 §3.2.1) to read with. Its room is made once and filled anew for each block. */
export interface PrefixCode {
  /** By the next bits of the stream: symbol × 16 + code length; 0 where the code is longer, or there is none. */
  readonly fast: Uint16Array
  /** Which of the next bits index `fast`. */
  mask: number
  /** How many codes there are of each length. */
  readonly counts: Uint16Array
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array
}

export function makePrefixCode(): PrefixCode {
  const counts = new Uint16Array(MAX_CODE_BITS + 1)
  return { fast: new Uint16Array(1 << FAST_BITS), mask: 0, counts, symbols: new Uint16Array(288) }
}

/**
 * Fills `code` from the code lengths `lengths[from … to)` (RFC 1951 §3.2.2); false if they are over-subscribed or
 * incomplete. As in zlib, one symbol of one bit may stand alone, and a code may be empty until it is read from.
 */
export function fillPrefixCode(code: PrefixCode, lengths: Uint8Array, from: number, to: number): boolean {
  const { counts } = code
  counts.fill(0)
  for (let i = from; i < to; i++) advance(counts, lengths[i] as number)
  const used = to - from - (counts[0] as number)
  const unused = unusedCodes(counts)
  if (unused < 0 || (unused > 0 && used > 1) || (used === 1 && counts[1] !== 1)) return false
  sortSymbols(code, lengths, from, to)
  fillFast(code)
  return true
}

/** How many codes of the greatest length are left over; negative if the lengths ask for more than there are. */
function unusedCodes(counts: Uint16Array): number {
  let unused = 1
  for (let bits = 1; bits <= MAX_CODE_BITS && unused >= 0; bits++) unused = unused * 2 - (counts[bits] as number)
  return unused
}

const offsets = new Uint16Array(MAX_CODE_BITS + 1)

/** By code length, then by symbol; symbols without a code go to the end, where no look-up comes. */
function sortSymbols({ counts, symbols }: PrefixCode, lengths: Uint8Array, from: number, to: number): void {
  let offset = 0
  for (let bits = 1; bits <= MAX_CODE_BITS; bits++) {
    offsets[bits] = offset
    offset += counts[bits] as number
  }
  offsets[0] = offset
  for (let i = from; i < to; i++) symbols[advance(offsets, lengths[i] as number)] = i - from
}

/** Adds one to a counter and returns what it was. */
function advance(counters: Uint16Array, index: number): number {
  const before = counters[index] as number
  counters[index] = before + 1
  return before
}

const reversed = Uint16Array.from({ length: 1 << FAST_BITS }, (_, value) => reverseBits(value, FAST_BITS))

function fillFast(code: PrefixCode): void {
  const { fast, counts, symbols } = code
  let fastBits = FAST_BITS
  while (fastBits > 0 && counts[fastBits] === 0) fastBits--
  const size = 1 << fastBits
  code.mask = size - 1
  fast.fill(0, 0, size)
  let codeBits = 0
  let at = 0
  for (let bits = 1; bits <= fastBits; bits++) {
    for (const end = at + (counts[bits] as number); at < end; at++) {
      const entry = ((symbols[at] as number) << 4) | bits
      const first = reversed[codeBits++ << (FAST_BITS - bits)] as number
      for (let i = first; i < size; i += 1 << bits) fast[i] = entry
    }
    codeBits <<= 1
  }
}

/** Symbol × 16 + length of the code that the low bits of `hold` begin with; 0 if none does. */
export function lookUp(code: PrefixCode, hold: number): number {
  return (code.fast[hold & code.mask] as number) || walk(code, hold)
}

/** The same bit by bit: codes of one length are consecutive numbers (RFC 1951 §3.2.2). */
function walk({ counts, symbols }: PrefixCode, hold: number): number {
  let offset = 0
  let first = 0
  for (let bits = 1, codeBits = 0; bits <= MAX_CODE_BITS; bits++) {
    codeBits = (codeBits << 1) | ((hold >> (bits - 1)) & 1)
    const count = counts[bits] as number
    if (codeBits < first + count) return ((symbols[offset + codeBits - first] as number) << 4) | bits
    offset += count
    first = (first + count) << 1
  }
  return 0
}
