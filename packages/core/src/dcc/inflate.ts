import { Fault } from '../fault.ts'
import {
  distanceBases,
  distanceExtraBits,
  END_OF_BLOCK,
  FIRST_LENGTH_SYMBOL,
  fixedDistanceLengths,
  fixedLiteralLengths,
  lengthBases,
  lengthExtraBits,
} from './deflate-format.ts'
import { fillPrefixCode, lookUp, makePrefixCode, type PrefixCode } from './prefix-code.ts'

/** Compressed data half read into `output`, of which the first `length` bytes are written. */
interface Stream {
  readonly input: Uint8Array
  /** The next byte of the input that is not in `hold`. */
  at: number
  /** The next bits of the input, lowest first; below 2^24, and how many there are. */
  hold: number
  bits: number
  readonly output: Uint8Array
  length: number
}

const fixedLiterals = makePrefixCode()
const fixedDistances = makePrefixCode()
fillPrefixCode(fixedLiterals, fixedLiteralLengths, 0, fixedLiteralLengths.length)
fillPrefixCode(fixedDistances, fixedDistanceLengths, 0, fixedDistanceLengths.length)

const dynamicLiterals = makePrefixCode()
const dynamicDistances = makePrefixCode()
const dynamicLengths = new Uint8Array(286 + 30)

/** The order in which the code lengths of the code length alphabet are written (RFC 1951 §3.2.7). */
const lengthOrder = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)

/**
 * Reads one series of DEFLATE blocks (RFC 1951), the one that begins at `input[from]`, into `output`.
 * Returns where its last byte ends and how many bytes it wrote. Bad data is refused wherever zlib refuses it.
 * @throws Fault `text.zlib`; `text.too-large` if `output` is too small
 */
export function inflateBlocks(input: Uint8Array, from: number, output: Uint8Array): { end: number; length: number } {
  const stream: Stream = { input, at: from, hold: 0, bits: 0, output, length: 0 }
  for (let last = 0; last === 0; ) {
    last = takeBits(stream, 1)
    readBlock(stream, takeBits(stream, 2))
  }
  return { end: stream.at - (stream.bits >> 3), length: stream.length }
}

function readBlock(stream: Stream, type: number): void {
  if (type === 0) readStored(stream)
  else if (type === 1) readCompressed(stream, fixedLiterals, fixedDistances)
  else if (type === 2) {
    readDynamicCodes(stream)
    readCompressed(stream, dynamicLiterals, dynamicDistances)
  } else refuse('block of a reserved type')
}

/** RFC 1951 §3.2.4. */
function readStored(stream: Stream): void {
  const { input, output } = stream
  stream.at -= stream.bits >> 3
  stream.hold = 0
  stream.bits = 0
  const size = takeBits(stream, 16)
  if ((size ^ takeBits(stream, 16)) !== 0xffff) refuse('stored block with a wrong length')
  const end = stream.at + size
  if (end > input.length) refuse('ends too early')
  if (stream.length + size > output.length) refuseLarge()
  output.set(input.subarray(stream.at, end), stream.length)
  stream.at = end
  stream.length += size
}

/** RFC 1951 §3.2.7. */
function readDynamicCodes(stream: Stream): void {
  const literalCount = takeBits(stream, 5) + 257
  const distanceCount = takeBits(stream, 5) + 1
  if (literalCount > 286 || distanceCount > 30) refuse('too many symbols')
  readLengthCode(stream)
  const total = literalCount + distanceCount
  for (let i = 0; i < total; ) i = readLengths(stream, i, total)
  if (dynamicLengths[END_OF_BLOCK] === 0) refuse('block without an end')
  const literalsFit = fillPrefixCode(dynamicLiterals, dynamicLengths, 0, literalCount)
  const distancesFit = fillPrefixCode(dynamicDistances, dynamicLengths, literalCount, total)
  if (!literalsFit || !distancesFit) refuse('over-subscribed or incomplete code')
}

/** The code that the code lengths are written in; `dynamicLiterals` lends its room. */
function readLengthCode(stream: Stream): void {
  const count = takeBits(stream, 4) + 4
  dynamicLengths.fill(0, 0, lengthOrder.length)
  for (let i = 0; i < count; i++) dynamicLengths[lengthOrder[i] as number] = takeBits(stream, 3)
  if (!fillPrefixCode(dynamicLiterals, dynamicLengths, 0, lengthOrder.length)) refuse('incomplete code of lengths')
}

/** Reads one code length, or a run of one, into `dynamicLengths[i …]`. Returns the next `i`. */
function readLengths(stream: Stream, i: number, total: number): number {
  const symbol = takeSymbol(stream, dynamicLiterals)
  if (symbol < 16) {
    dynamicLengths[i] = symbol
    return i + 1
  }
  if (symbol === 16 && i === 0) refuse('nothing to repeat')
  const value = symbol === 16 ? (dynamicLengths[i - 1] as number) : 0
  const end = i + (symbol === 18 ? 11 + takeBits(stream, 7) : 3 + takeBits(stream, symbol === 16 ? 2 : 3))
  if (end > total) refuse('too many code lengths')
  for (let k = i; k < end; k++) dynamicLengths[k] = value
  return end
}

function readCompressed(stream: Stream, literals: PrefixCode, distances: PrefixCode): void {
  for (;;) {
    const symbol = readLiterals(stream, literals)
    if (symbol === END_OF_BLOCK) return
    copyMatch(stream, symbol - FIRST_LENGTH_SYMBOL, distances)
  }
}

/** Writes literals up to the next symbol that is none, and returns that symbol. The inner loop: all state in locals. */
function readLiterals(stream: Stream, literals: PrefixCode): number {
  const { input, output } = stream
  let { at, hold, bits, length } = stream
  let symbol = 0
  for (;;) {
    while (bits < 16 && at < input.length) {
      hold |= (input[at++] as number) << bits
      bits += 8
    }
    const entry = lookUp(literals, hold)
    hold >>= entry & 15
    bits -= entry & 15
    if (entry === 0 || bits < 0) refuse('no such code, or ends too early')
    symbol = entry >> 4
    if (symbol >= END_OF_BLOCK) break
    if (length === output.length) refuseLarge()
    output[length++] = symbol
  }
  stream.at = at
  stream.hold = hold
  stream.bits = bits
  stream.length = length
  return symbol
}

/** RFC 1951 §3.2.5. Source and target may overlap. */
function copyMatch(stream: Stream, lengthSymbol: number, distances: PrefixCode): void {
  if (lengthSymbol >= lengthBases.length) refuse('no such length')
  const length = (lengthBases[lengthSymbol] as number) + takeBits(stream, lengthExtraBits[lengthSymbol] as number)
  const symbol = takeSymbol(stream, distances)
  if (symbol >= distanceBases.length) refuse('no such distance')
  const distance = (distanceBases[symbol] as number) + takeBits(stream, distanceExtraBits[symbol] as number)
  if (distance > stream.length) refuse('distance beyond the start')
  const { output } = stream
  const end = stream.length + length
  if (end > output.length) refuseLarge()
  for (let to = stream.length; to < end; to++) output[to] = output[to - distance] as number
  stream.length = end
}

function takeBits(stream: Stream, count: number): number {
  fill(stream)
  const value = stream.hold & ((1 << count) - 1)
  drop(stream, count)
  return value
}

function takeSymbol(stream: Stream, code: PrefixCode): number {
  fill(stream)
  const entry = lookUp(code, stream.hold)
  if (entry === 0) refuse('no such code')
  drop(stream, entry & 15)
  return entry >> 4
}

function fill(stream: Stream): void {
  while (stream.bits < 16 && stream.at < stream.input.length) {
    stream.hold |= (stream.input[stream.at++] as number) << stream.bits
    stream.bits += 8
  }
}

function drop(stream: Stream, count: number): void {
  if (count > stream.bits) refuse('ends too early')
  stream.hold >>= count
  stream.bits -= count
}

function refuse(detail: string): never {
  throw new Fault('text.zlib', detail)
}

function refuseLarge(): never {
  throw new Fault('text.too-large', 'inflates to more than allowed')
}
