/** What RFC 1951 lays down for reading and for writing alike. Tables are indexed by symbol, from the first one on. */

/** Longest code in bits. */
export const MAX_CODE_BITS = 15

/** The literal/length symbol that ends a block; the length symbols follow it (§3.2.5). */
export const END_OF_BLOCK = 256
export const FIRST_LENGTH_SYMBOL = 257

/** Extra bits of the length symbols 257–285 (§3.2.5). */
export const lengthExtraBits: Uint8Array = Uint8Array.of(
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0],
)

/** Extra bits of the distance symbols 0–29 (§3.2.5). */
export const distanceExtraBits: Uint8Array = Uint8Array.of(
  ...[0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13],
)

export const MIN_MATCH = 3
export const MAX_MATCH = 258

/** The shortest length of each length symbol; the last one stands for the longest match alone. */
export const lengthBases: Uint16Array = bases(MIN_MATCH, lengthExtraBits)
lengthBases[lengthBases.length - 1] = MAX_MATCH

/** The shortest distance of each distance symbol. */
export const distanceBases: Uint16Array = bases(1, distanceExtraBits)

/** Code lengths of the fixed literal/length code (§3.2.6). */
export const fixedLiteralLengths: Uint8Array = new Uint8Array(288)
  .fill(8, 0, 144)
  .fill(9, 144, 256)
  .fill(7, 256, 280)
  .fill(8, 280)

/** Code lengths of the fixed distance code (§3.2.6). */
export const fixedDistanceLengths: Uint8Array = new Uint8Array(32).fill(5)

/** A code's bits in the order in which they travel: codes go most significant bit first, bytes fill up from below (§3.1.1). */
export function reverseBits(value: number, count: number): number {
  let reversed = 0
  for (let i = 0; i < count; i++) reversed = (reversed << 1) | ((value >> i) & 1)
  return reversed
}

function bases(first: number, extraBits: Uint8Array): Uint16Array {
  let next = first
  return Uint16Array.from(extraBits, (extra) => {
    const base = next
    next += 1 << extra
    return base
  })
}
