import { joinBytes } from './hex.ts'

/** Bits in the order in which a deflate stream holds them. */
type Bits = readonly number[]

/** Code length of each symbol of an alphabet; 0 where a symbol has no code. */
type CodeLengths = readonly number[]

const END_OF_BLOCK = 256
/** The symbol of a match of 258 bytes, which has no extra bits. */
const LONGEST_MATCH = 285
const MAX_MATCH = 258
/** The order in which the lengths of the code length code are written (RFC 1951 §3.2.7). */
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Blocks that are stored, not compressed (RFC 1951 §3.2.4), the last one marked as such. */
export function storedBlocks(...contents: readonly Uint8Array[]): Uint8Array {
  const blocks = contents.map((content, index) => {
    const last = index === contents.length - 1
    return joinBytes([Number(last)], littleEndian(content.length), littleEndian(~content.length), content)
  })
  return joinBytes(...blocks)
}

function littleEndian(value: number): readonly number[] {
  return [value & 0xff, (value >> 8) & 0xff]
}

/** One block of literals under a code of its own (RFC 1951 §3.2.7), as most deflaters write it. */
export function dynamicBlock(content: Uint8Array): Uint8Array {
  const lengths = Array.from({ length: 257 }, (_, symbol) => (symbol < 255 ? 8 : 9))
  const codes = canonicalCodes(lengths)
  const symbols = [...content, END_OF_BLOCK]
  return packBits([...dynamicHeader(lengths, [1]), ...symbols.flatMap((symbol) => codes[symbol] ?? [])])
}

/** One block of two bits for every 258 zeros: as much as a byte of deflate can hold, 1,032 to 1. */
export function bombBlock(matches: number): { readonly block: Uint8Array; readonly content: Uint8Array } {
  const lengths = Array.from({ length: LONGEST_MATCH + 1 }, () => 0)
  lengths[0] = 2
  lengths[END_OF_BLOCK] = 2
  lengths[LONGEST_MATCH] = 1
  const codes = canonicalCodes(lengths)
  const match = [...(codes[LONGEST_MATCH] ?? []), 0]
  const runs = Array.from({ length: matches }, () => match).flat()
  const bits = [...dynamicHeader(lengths, [1]), ...(codes[0] ?? []), ...runs, ...(codes[END_OF_BLOCK] ?? [])]
  return { block: packBits(bits), content: new Uint8Array(1 + matches * MAX_MATCH) }
}

/** A block whose code length code has nineteen codes of one bit, where there is room for two. */
export function oversubscribedBlock(): Uint8Array {
  return packBits([1, 0, 1, ...lowFirst(0, 10), ...lowFirst(15, 4), ...LENGTHS_ORDER.flatMap(() => lowFirst(1, 3))])
}

/** The head of a last block, and its code lengths, each written in four bits. */
function dynamicHeader(literals: CodeLengths, distances: CodeLengths): Bits {
  const counts = [...lowFirst(literals.length - 257, 5), ...lowFirst(distances.length - 1, 5), ...lowFirst(15, 4)]
  const lengthsCode = LENGTHS_ORDER.flatMap((symbol) => lowFirst(symbol < 16 ? 4 : 0, 3))
  return [1, 0, 1, ...counts, ...lengthsCode, ...[...literals, ...distances].flatMap((length) => highFirst(length, 4))]
}

/** Codes from their lengths (RFC 1951 §3.2.2): shorter ones first, equal ones in the order of their symbols. */
function canonicalCodes(lengths: CodeLengths): readonly Bits[] {
  const codes: Bits[] = lengths.map(() => [])
  let code = 0
  for (let bits = 1; bits <= Math.max(...lengths); bits += 1, code <<= 1) {
    for (const [symbol, length] of lengths.entries()) if (length === bits) codes[symbol] = highFirst(code++, bits)
  }
  return codes
}

function lowFirst(value: number, count: number): Bits {
  return Array.from({ length: count }, (_, index) => (value >> index) & 1)
}

function highFirst(value: number, count: number): Bits {
  return lowFirst(value, count).toReversed()
}

function packBits(bits: Bits): Uint8Array {
  const packed = new Uint8Array(Math.ceil(bits.length / 8))
  for (const [index, bit] of bits.entries()) packed[index >> 3] = (packed[index >> 3] ?? 0) | (bit << (index & 7))
  return packed
}
