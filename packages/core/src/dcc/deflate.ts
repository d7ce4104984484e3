import { Fault } from '../fault.ts'
import { adler32 } from './adler32.ts'
import {
  distanceBases,
  distanceExtraBits,
  END_OF_BLOCK,
  FIRST_LENGTH_SYMBOL,
  fixedLiteralLengths,
  lengthBases,
  lengthExtraBits,
  MAX_MATCH,
  MIN_MATCH,
  reverseBits,
} from './deflate-format.ts'

/** One window (RFC 1951 §2): every distance can be written, and one stored block holds it all. */
const MAX_INPUT = 32 * 1024
const STORED_HEADER_BYTES = 5
/** Method 8 with a window of 32 KiB, FLEVEL 3 (RFC 1950 §2.2): what nearly every issuer writes. */
const ZLIB_HEADER = [0x78, 0xda] as const

/** Bits on their way into bytes, lowest first. */
interface BitWriter {
  readonly bytes: Uint8Array
  at: number
  hold: number
  bits: number
}

/** Room for the header, which stays there, and the longest fixed block: nine bits a byte. */
const scratch = new Uint8Array((MAX_INPUT / 8) * 9 + 16)
scratch.set(ZLIB_HEADER)

const HASH_BITS = 10
/** Where each hash of three bytes was last seen, or −1. */
const heads = new Int16Array(1 << HASH_BITS)

/** Of each literal/length symbol: reversed code × 16 + code length. */
const literalEntries = fixedEntries()
const distanceCodes = Uint8Array.from(distanceBases, (_, symbol) => reverseBits(symbol, 5))
/** Length symbol, from 0, of each length. */
const lengthSymbols = new Uint8Array(MAX_MATCH + 1)
lengthBases.forEach((base, symbol) => {
  lengthSymbols.fill(symbol, base)
})

/**
 * Bytes to one zlib stream (RFC 1950) of one block: fixed codes (RFC 1951 §3.2.6), or stored where those would win
 * next to nothing. The same bytes always give the same stream.
 * @throws Fault `text.too-large` above 32 KiB
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateForNow(bytes).slice()
}

/** The same, but what it returns holds until the next call only. */
export function deflateForNow(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_INPUT) throw new Fault('text.too-large', 'more than 32 KiB to deflate')
  let end = writeBlock(bytes, ZLIB_HEADER.length)
  const check = adler32(bytes)
  for (let shift = 24; shift >= 0; shift -= 8) scratch[end++] = check >>> shift
  return scratch.subarray(0, end)
}

/** Returns where the block ends. */
function writeBlock(bytes: Uint8Array, at: number): number {
  if (repeats(bytes) * WORTHWHILE < bytes.length) return writeStored(bytes, at)
  const end = writeFixed(bytes, at)
  return end - at > bytes.length + STORED_HEADER_BYTES ? writeStored(bytes, at) : end
}

/** Of so many bytes, one at least must begin three that came before. Certificates of our own mostly have fewer. */
const WORTHWHILE = 32

/** How many bytes begin three that came before, but for a few. Says in a tenth of the time what compression would win. */
function repeats(bytes: Uint8Array): number {
  let count = 0
  let three = 0
  seen.fill(0)
  for (let i = 0; i < bytes.length; i++) {
    three = ((three << 8) | (bytes[i] as number)) & 0xffffff
    const hash = Math.imul(three, 0x9e3779b1) >>> 24
    if (seen[hash] === three) count++
    seen[hash] = three
  }
  return count
}

const seen = new Int32Array(256)

/** RFC 1951 §3.2.4. Returns where the block ends. */
function writeStored(bytes: Uint8Array, at: number): number {
  const { length } = bytes
  scratch.set([1, length, length >> 8, ~length, ~length >> 8], at)
  scratch.set(bytes, at + STORED_HEADER_BYTES)
  return at + STORED_HEADER_BYTES + length
}

/** Takes the match that the last three equal bytes began, whatever its length. Returns where the block ends. */
function writeFixed(bytes: Uint8Array, at: number): number {
  const writer: BitWriter = { bytes: scratch, at, hold: 0, bits: 0 }
  heads.fill(-1)
  put(writer, 0b011, 3)
  for (let i = 0; i < bytes.length; ) {
    const from = lastSeen(bytes, i)
    const length = from < 0 ? 0 : matchLength(bytes, from, i)
    if (length < MIN_MATCH) putLiteral(writer, bytes[i++] as number)
    else {
      putMatch(writer, length, i - from)
      i += length
    }
  }
  putLiteral(writer, END_OF_BLOCK)
  for (; writer.bits > 0; writer.bits -= 8, writer.hold >>= 8) scratch[writer.at++] = writer.hold
  return writer.at
}

/** Where three bytes that look like those at `i` were last seen, or −1; notes `i` in its place. */
function lastSeen(bytes: Uint8Array, i: number): number {
  if (i + MIN_MATCH > bytes.length) return -1
  const three = (bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16)
  const hash = Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS)
  const from = heads[hash] as number
  heads[hash] = i
  return from
}

function matchLength(bytes: Uint8Array, from: number, to: number): number {
  const limit = Math.min(MAX_MATCH, bytes.length - to)
  let length = 0
  while (length < limit && bytes[from + length] === bytes[to + length]) length++
  return length
}

function putLiteral(writer: BitWriter, symbol: number): void {
  const entry = literalEntries[symbol] as number
  put(writer, entry >> 4, entry & 15)
}

/** RFC 1951 §3.2.5. */
function putMatch(writer: BitWriter, length: number, distance: number): void {
  const lengthSymbol = lengthSymbols[length] as number
  putLiteral(writer, FIRST_LENGTH_SYMBOL + lengthSymbol)
  put(writer, length - (lengthBases[lengthSymbol] as number), lengthExtraBits[lengthSymbol] as number)
  const symbol = distanceSymbol(distance)
  put(writer, distanceCodes[symbol] as number, 5)
  put(writer, distance - (distanceBases[symbol] as number), distanceExtraBits[symbol] as number)
}

/** Each power of two of (distance − 1) has two symbols, told apart by the bit below the highest. */
function distanceSymbol(distance: number): number {
  const below = distance - 1
  if (below < 2) return below
  const top = 31 - Math.clz32(below)
  return 2 * top + ((below >> (top - 1)) & 1)
}

/** At most 13 bits at a time, on top of at most 15 that wait. */
function put(writer: BitWriter, value: number, count: number): void {
  writer.hold |= value << writer.bits
  writer.bits += count
  if (writer.bits < 16) return
  writer.bytes[writer.at++] = writer.hold
  writer.bytes[writer.at++] = writer.hold >> 8
  writer.hold >>= 16
  writer.bits -= 16
}

/** RFC 1951 §3.2.6: codes of one length are consecutive numbers. */
function fixedEntries(): Uint16Array {
  const next: Record<number, number> = { 7: 0, 8: 0b0011_0000, 9: 0b1_1001_0000 }
  return Uint16Array.from(fixedLiteralLengths, (bits) => {
    const code = next[bits] as number
    next[bits] = code + 1
    return (reverseBits(code, bits) << 4) | bits
  })
}
