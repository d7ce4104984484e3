import { Fault } from '../fault.ts'
import { adler32 } from './adler32.ts'
import { inflateBlocks } from './inflate.ts'

/** What a certificate may inflate to. The largest real one seen takes 870 bytes. */
export const MAX_INFLATED_BYTES: number = 32 * 1024

const HEADER_BYTES = 2
const CHECK_BYTES = 4
const scratch = new Uint8Array(MAX_INFLATED_BYTES)

/** Behind them one stored block, the last: its first byte, its length and the complement (RFC 1951 §3.2.4). */
const STORED_LAST = 1
const STORED_BYTES = HEADER_BYTES + 5

/**
 * Inflates exactly one zlib stream (RFC 1950), with nothing before or after it: no gzip, no bare DEFLATE, no preset
 * dictionary, a right Adler-32. Stops at the limit; besides the result it takes no memory that grows with the input.
 * What lies in one stored block is returned as a view of it, not a copy.
 * @throws Fault `text.zlib`; `text.too-large` if it inflates to more than `maxBytes`
 */
export function inflate(compressed: Uint8Array, maxBytes: number = MAX_INFLATED_BYTES): Uint8Array {
  checkHeader(compressed)
  const stored = compressed.length - STORED_BYTES - CHECK_BYTES
  const bytes =
    holdsStored(compressed, stored) && stored <= maxBytes
      ? compressed.subarray(STORED_BYTES, STORED_BYTES + stored)
      : inflateAll(compressed, maxBytes)
  if (adler32(bytes) !== readCheck(compressed, compressed.length - CHECK_BYTES)) refuse('wrong check value')
  return bytes
}

/** Whether all of the stream is one stored block of so many bytes. */
function holdsStored(compressed: Uint8Array, length: number): boolean {
  const [, , first, low = 0, high = 0, notLow = 0, notHigh = 0] = compressed
  return first === STORED_LAST && low + high * 0x100 === length && low + notLow === 0xff && high + notHigh === 0xff
}

function inflateAll(compressed: Uint8Array, maxBytes: number): Uint8Array {
  const output = maxBytes === MAX_INFLATED_BYTES ? scratch : new Uint8Array(maxBytes)
  const { end, length } = inflateBlocks(compressed, HEADER_BYTES, output)
  if (compressed.length !== end + CHECK_BYTES) refuse('ends too early, or bytes follow the stream')
  return output.slice(0, length)
}

/** RFC 1950 §2.2: method 8 with a window of at most 32 KiB, no dictionary, a check that makes it a multiple of 31. */
function checkHeader(compressed: Uint8Array): void {
  if (compressed.length < HEADER_BYTES) refuse('ends too early')
  const method = compressed[0] as number
  const flags = compressed[1] as number
  if ((method & 0x0f) !== 8 || method >> 4 > 7) refuse('not a zlib stream')
  if (((method << 8) | flags) % 31 !== 0) refuse('wrong header check')
  if ((flags & 0x20) !== 0) refuse('asks for a dictionary')
}

function readCheck(compressed: Uint8Array, at: number): number {
  let check = 0
  for (let i = at; i < at + CHECK_BYTES; i++) check = (check << 8) | (compressed[i] as number)
  return check >>> 0
}

function refuse(detail: string): never {
  throw new Fault('text.zlib', detail)
}
