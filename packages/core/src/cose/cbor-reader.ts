import { Fault } from '../fault.ts'
import { floatAt } from './cbor-float.ts'
import { asciiText, decodeUtf8, isAscii } from './cbor-text.ts'
import { type CborMap, CborTag, type CborValue } from './cbor-value.ts'

/** How one data item is to be read. Every limit holds before anything is allocated. */
export interface CborReadOptions {
  /** Code of the Fault for everything refused here, `cose.shape` or `claims.shape`. */
  readonly code: string
  /** Tags that may occur; all others are refused. Tag 0 is read as its text, others as `CborTag`. */
  readonly tags?: readonly number[]
  /** Whether lengths may be indefinite (RFC 8949 §3.2). Default true. */
  readonly indefinite?: boolean
  /** Default 32 KiB. */
  readonly maxBytes?: number
  /** Default `MAX_ITEMS`. */
  readonly maxItems?: number
}

/** Nesting of arrays, maps and tags. Real certificates reach 6. */
export const MAX_DEPTH = 16
/** Data items in one message, counted as they are met. Real certificates hold about 60. */
export const MAX_ITEMS = 4096
const MAX_BYTES = 32 * 1024

interface Cursor {
  readonly bytes: Uint8Array
  readonly options: CborReadOptions
  offset: number
  items: number
  /** The whole input as `asciiText` makes it, once the first text is read: ASCII texts are cut out of it. */
  ascii: string | undefined
}

const INDEFINITE = -1
const BREAK = 0xff

/**
 * Reads exactly one CBOR data item (RFC 8949) and nothing else.
 * Accepts non-shortest integers and any key order, since real issuers write both.
 * Refuses duplicate keys, keys that are neither integer nor text, invalid UTF-8, NaN and infinities,
 * integers beyond 2^53 − 1, simple values other than false, true, null and undefined,
 * tags that the caller did not name, trailing bytes, and anything beyond the limits.
 * Byte strings are views of the input, not copies.
 * @throws Fault with `options.code`
 */
export function readCbor(bytes: Uint8Array, options: CborReadOptions): CborValue {
  const cursor: Cursor = { bytes, options, offset: 0, items: 0, ascii: undefined }
  if (bytes.length > (options.maxBytes ?? MAX_BYTES)) refuse(cursor, 'too many bytes')
  const value = readItem(cursor, 0)
  if (cursor.offset !== bytes.length) refuse(cursor, 'trailing bytes')
  return value
}

function refuse(cursor: Cursor, reason: string): never {
  throw new Fault(cursor.options.code, `CBOR: ${reason}`)
}

function readItem(cursor: Cursor, depth: number): CborValue {
  cursor.items += 1
  if (cursor.items > (cursor.options.maxItems ?? MAX_ITEMS)) refuse(cursor, 'too many items')
  const initial = readByte(cursor)
  const major = initial >> 5
  if (major === 7) return readSimple(cursor, initial & 31)
  const argument = readArgument(cursor, major, initial & 31)
  switch (major) {
    case 0:
      return argument
    case 1:
      return readNegative(cursor, argument)
    case 2:
      return argument === INDEFINITE ? readByteChunks(cursor) : readBytes(cursor, argument)
    case 3:
      return argument === INDEFINITE ? readTextChunks(cursor) : readString(cursor, argument)
    case 4:
      return readArray(cursor, argument, deeper(cursor, depth))
    case 5:
      return readMap(cursor, argument, deeper(cursor, depth))
    default:
      return readTag(cursor, argument, deeper(cursor, depth))
  }
}

function deeper(cursor: Cursor, depth: number): number {
  if (depth >= MAX_DEPTH) refuse(cursor, 'nested too deeply')
  return depth + 1
}

function readByte(cursor: Cursor): number {
  const byte = cursor.bytes[cursor.offset]
  if (byte === undefined) refuse(cursor, 'ends early')
  cursor.offset += 1
  return byte
}

/** Moves past `length` bytes that must be there, and returns where they start. */
function skip(cursor: Cursor, length: number): number {
  const start = cursor.offset
  if (length > cursor.bytes.length - start) refuse(cursor, 'ends early')
  cursor.offset = start + length
  return start
}

/** The argument of an initial byte (RFC 8949 §3): a value, a length, a tag number, or INDEFINITE. */
function readArgument(cursor: Cursor, major: number, info: number): number {
  if (info < 24) return info
  switch (info) {
    case 24:
      return readByte(cursor)
    case 25:
      return readUint(cursor, 2)
    case 26:
      return readUint(cursor, 4)
    case 27:
      return readUint64(cursor)
    case 31:
      if (major >= 2 && major <= 5 && cursor.options.indefinite !== false) return INDEFINITE
  }
  return refuse(cursor, 'reserved or refused length form')
}

function readUint(cursor: Cursor, length: 2 | 4): number {
  let value = 0
  for (let offset = skip(cursor, length); offset < cursor.offset; offset += 1) {
    value = value * 0x100 + (cursor.bytes[offset] as number)
  }
  return value
}

function readUint64(cursor: Cursor): number {
  const high = readUint(cursor, 4)
  if (high > 0x1fffff) refuse(cursor, 'integer out of range')
  return high * 0x1_0000_0000 + readUint(cursor, 4)
}

function readNegative(cursor: Cursor, argument: number): number {
  const value = -1 - argument
  return Number.isSafeInteger(value) ? value : refuse(cursor, 'integer out of range')
}

function readBytes(cursor: Cursor, length: number): Uint8Array {
  const start = skip(cursor, length)
  return cursor.bytes.subarray(start, cursor.offset)
}

function readString(cursor: Cursor, length: number): string {
  const start = skip(cursor, length)
  const { bytes, offset: end } = cursor
  if (!isAscii(bytes, start, end)) return decodeUtf8(bytes.subarray(start, end)) ?? refuse(cursor, 'invalid UTF-8')
  cursor.ascii ??= asciiText(bytes)
  return cursor.ascii.slice(start, end)
}

function atBreak(cursor: Cursor): boolean {
  if (cursor.bytes[cursor.offset] !== BREAK) return false
  cursor.offset += 1
  return true
}

/** Chunks of an indefinite-length string: definite lengths of the same major type (RFC 8949 §3.2.3). */
function* chunkLengths(cursor: Cursor, major: number): Generator<number> {
  while (!atBreak(cursor)) {
    cursor.items += 1
    if (cursor.items > (cursor.options.maxItems ?? MAX_ITEMS)) refuse(cursor, 'too many items')
    const initial = readByte(cursor)
    const length = initial >> 5 === major ? readArgument(cursor, major, initial & 31) : INDEFINITE
    if (length === INDEFINITE) refuse(cursor, 'wrong chunk in a string')
    yield length
  }
}

function readByteChunks(cursor: Cursor): Uint8Array {
  const chunks = Array.from(chunkLengths(cursor, 2), (length) => readBytes(cursor, length))
  const joined = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    joined.set(chunk, offset)
    offset += chunk.length
  }
  return joined
}

function readTextChunks(cursor: Cursor): string {
  let text = ''
  for (const length of chunkLengths(cursor, 3)) text += readString(cursor, length)
  return text
}

/** Each item takes at least one byte, so a count beyond the bytes left is refused before anything is made. */
function checkCount(cursor: Cursor, items: number): void {
  if (items > cursor.bytes.length - cursor.offset) refuse(cursor, 'ends early')
}

function readArray(cursor: Cursor, length: number, depth: number): CborValue[] {
  checkCount(cursor, length)
  const values: CborValue[] = []
  if (length === INDEFINITE) while (!atBreak(cursor)) values.push(readItem(cursor, depth))
  else for (let index = 0; index < length; index += 1) values.push(readItem(cursor, depth))
  return values
}

function readMap(cursor: Cursor, length: number, depth: number): CborMap {
  checkCount(cursor, 2 * length)
  const map = new Map<number | string, CborValue>()
  if (length === INDEFINITE) while (!atBreak(cursor)) readEntry(cursor, map, depth)
  else for (let index = 0; index < length; index += 1) readEntry(cursor, map, depth)
  return map
}

function readEntry(cursor: Cursor, map: Map<number | string, CborValue>, depth: number): void {
  const major = (cursor.bytes[cursor.offset] ?? BREAK) >> 5
  const key = major <= 1 || major === 3 ? readItem(cursor, depth) : undefined
  if (typeof key !== 'string' && typeof key !== 'number') refuse(cursor, 'key is neither integer nor text')
  const { size } = map
  map.set(key, readItem(cursor, depth))
  if (map.size === size) refuse(cursor, 'duplicate key')
}

function readTag(cursor: Cursor, tag: number, depth: number): CborValue {
  if (cursor.options.tags?.includes(tag) !== true) refuse(cursor, 'tag not allowed here')
  if (tag === 0 && (cursor.bytes[cursor.offset] ?? 0) >> 5 !== 3) refuse(cursor, 'tag 0 without text')
  const value = readItem(cursor, depth)
  return tag === 0 ? value : new CborTag(tag, value)
}

function readSimple(cursor: Cursor, info: number): CborValue {
  switch (info) {
    case 20:
      return false
    case 21:
      return true
    case 22:
      return null
    case 23:
      return undefined
    case 25:
      return readFloat(cursor, 2)
    case 26:
      return readFloat(cursor, 4)
    case 27:
      return readFloat(cursor, 8)
    default:
      return refuse(cursor, 'simple value or break not allowed here')
  }
}

function readFloat(cursor: Cursor, length: 2 | 4 | 8): number {
  const value = floatAt(cursor.bytes, skip(cursor, length), length)
  return Number.isFinite(value) ? value : refuse(cursor, 'number is not finite')
}
