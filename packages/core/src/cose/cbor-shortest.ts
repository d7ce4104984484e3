import { Fault } from '../fault.ts'
import { type CborReadOptions, readCbor } from './cbor-reader.ts'
import { type CborSink, MAJOR, putBytes, putHead, putInteger, putText } from './cbor-sink.ts'
import type { CborValue } from './cbor-value.ts'
import { sameBytes } from './same-bytes.ts'

/** What has one form only once the order of its map entries stands. Numbers are whole, within ±(2^53 − 1). */
export type PlainCbor = number | string | Uint8Array | readonly PlainCbor[] | PlainCborMap
/** A map of such values, in the order in which they are written. */
export type PlainCborMap = ReadonlyMap<number | string, PlainCbor>

/** What the head of an item takes at most. */
const HEAD_BYTES = 9

/**
 * Reads one data item of which no byte could be otherwise: what is read, written again, is the input.
 * Refuses what `readCbor` refuses, every value that is not plain, and all that is not in shortest form.
 * @throws Fault with `options.code`
 */
export function readShortest(bytes: Uint8Array, options: CborReadOptions): PlainCbor {
  const value = readCbor(bytes, { ...options, indefinite: false })
  if (isPlain(value) && sameBytes(writeShortest(value), bytes)) return value
  throw new Fault(options.code, 'CBOR: not plain, or not in shortest form')
}

/** Writes one data item with shortest heads and definite lengths (RFC 8949 §4.2.1), map entries in their order. */
export function writeShortest(value: PlainCbor): Uint8Array {
  const sink = { bytes: new Uint8Array(roomFor(value)), at: 0 }
  put(sink, value)
  return sink.bytes.subarray(0, sink.at)
}

function isPlain(value: CborValue): value is PlainCbor {
  if (Array.isArray(value)) return value.every(isPlain)
  if (value instanceof Map) return [...value].flat().every(isPlain)
  return typeof value === 'string' || value instanceof Uint8Array || isWhole(value)
}

function isWhole(value: unknown): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0)
}

function put(sink: CborSink, value: PlainCbor): void {
  if (typeof value === 'string') putText(sink, value)
  else if (typeof value === 'number') putWhole(sink, value)
  else if (value instanceof Uint8Array) putBytes(sink, value)
  else {
    const items = itemsOf(value)
    if (isMap(value)) putHead(sink, MAJOR.map, value.size)
    else putHead(sink, MAJOR.array, items.length)
    for (const item of items) put(sink, item)
  }
}

function putWhole(sink: CborSink, value: number): void {
  if (!isWhole(value)) throw new TypeError('a number that is not whole')
  putInteger(sink, value)
}

function isMap(value: readonly PlainCbor[] | PlainCborMap): value is PlainCborMap {
  return value instanceof Map
}

/** Entries of an array; keys and values of a map by turns. */
function itemsOf(value: readonly PlainCbor[] | PlainCborMap): readonly PlainCbor[] {
  return isMap(value) ? [...value].flat() : value
}

/** At least as many bytes as the item takes. A UTF-16 unit becomes three bytes at most (RFC 3629). */
function roomFor(value: PlainCbor): number {
  if (typeof value === 'number') return HEAD_BYTES
  if (typeof value === 'string') return HEAD_BYTES + 3 * value.length
  if (value instanceof Uint8Array) return HEAD_BYTES + value.length
  return itemsOf(value).reduce<number>((total, item) => total + roomFor(item), HEAD_BYTES)
}
