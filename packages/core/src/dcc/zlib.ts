import { Fault } from '../fault.ts'
import { adler32 } from './adler32.ts'
import { inflateBlocks } from './inflate.ts'

/** What a certificate may inflate to. The largest real one seen takes 870 bytes. */
export const MAX_INFLATED_BYTES: number = 32 * 1024

const HEADER_BYTES = 2
const CHECK_BYTES = 4
const scratch = new Uint8Array(MAX_INFLATED_BYTES)

/**
 * Inflates exactly one zlib stream (RFC 1950), with nothing before or after it: no gzip, no bare DEFLATE, no preset
 * dictionary, a right Adler-32. Stops at the limit; besides the result it takes no memory that grows with the input.
 * @throws Fault `text.zlib`; `text.too-large` if it inflates to more than `maxBytes`
 */
export function inflate(compressed: Uint8Array, maxBytes: number = MAX_INFLATED_BYTES): Uint8Array {
  checkHeader(compressed)
  const output = maxBytes === MAX_INFLATED_BYTES ? scratch : new Uint8Array(maxBytes)
  const { end, length } = inflateBlocks(compressed, HEADER_BYTES, output)
  if (compressed.length !== end + CHECK_BYTES) refuse('ends too early, or bytes follow the stream')
  const bytes = output.slice(0, length)
  if (adler32(bytes) !== readCheck(compressed, end)) refuse('wrong check value')
  return bytes
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
