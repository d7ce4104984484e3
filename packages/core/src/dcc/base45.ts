import { Fault } from '../fault.ts'

/** Forty-five symbols, each standing for its place (RFC 9285 §4, table 1). */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** More than two bytes can hold: one symbol outside the alphabet makes its whole group overflow. */
const INVALID = 0x1_0000

const symbols = new TextEncoder().encode(ALPHABET)

/** The value of each symbol by its character code; `INVALID` for every other byte. */
const values = new Uint32Array(256).fill(INVALID)
symbols.forEach((symbol, value) => {
  values[symbol] = value
})

/** Reused by every call: the longest text a QR symbol holds in alphanumeric mode (ISO/IEC 18004, 40-L). */
const scratch = new Uint8Array(4296)
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Bytes to base45 (RFC 9285 §4): two bytes make three symbols, a last single byte makes two. */
export function encodeBase45(bytes: Uint8Array): string {
  const even = bytes.length & ~1
  const length = (even / 2) * 3 + (bytes.length - even) * 2
  const text = roomFor(length)
  for (let i = 0, at = 0; i < even; i += 2, at += 3) {
    const value = ((bytes[i] as number) << 8) | (bytes[i + 1] as number)
    text[at] = symbols[value % 45] as number
    text[at + 1] = symbols[((value / 45) | 0) % 45] as number
    text[at + 2] = symbols[(value / 2025) | 0] as number
  }
  if (even < bytes.length) {
    const value = bytes[even] as number
    text[length - 2] = symbols[value % 45] as number
    text[length - 1] = symbols[(value / 45) | 0] as number
  }
  return decoder.decode(text.subarray(0, length))
}

/**
 * Base45 to bytes (RFC 9285 §4, §6), strict: no symbol outside the alphabet (lower case, white space other than the space,
 * full-width forms), no group above its bytes' range, no single symbol left over.
 * @throws Fault `text.base45`
 */
export function decodeBase45(text: string): Uint8Array {
  const { length } = text
  const tail = length % 3
  if (tail === 1) refuse()
  const symbolBytes = roomFor(length)
  if (encoder.encodeInto(text, symbolBytes).written !== length) refuse()
  const bytes = new Uint8Array(((length - tail) / 3) * 2 + tail / 2)
  decodeTriples(symbolBytes, length - tail, bytes)
  if (tail === 2) bytes[bytes.length - 1] = checked(lowPair(symbolBytes, length - tail), 0xff)
  return bytes
}

function decodeTriples(symbolBytes: Uint8Array, end: number, bytes: Uint8Array): void {
  let at = 0
  for (let i = 0; i < end; i += 3) {
    const high = values[symbolBytes[i + 2] as number] as number
    const value = checked(lowPair(symbolBytes, i) + 2025 * high, 0xffff)
    bytes[at++] = value >> 8
    bytes[at++] = value
  }
}

function lowPair(symbolBytes: Uint8Array, at: number): number {
  return (values[symbolBytes[at] as number] as number) + 45 * (values[symbolBytes[at + 1] as number] as number)
}

function checked(value: number, max: number): number {
  return value <= max ? value : refuse()
}

function roomFor(length: number): Uint8Array {
  return length <= scratch.length ? scratch : new Uint8Array(length)
}

function refuse(): never {
  throw new Fault('text.base45', 'not base45')
}
