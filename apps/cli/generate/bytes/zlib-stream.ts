import { joinBytes } from './hex.ts'

/** Method 8, a window of 32 KiB, FLEVEL 3 (RFC 1950 §2.2). */
export const ZLIB_HEADER: readonly number[] = [0x78, 0xda]

/** A zlib stream: header, deflate blocks, and the checksum of what they stand for. */
export function zlibStream(blocks: Uint8Array, content: Uint8Array, header = ZLIB_HEADER): Uint8Array {
  return joinBytes(header, blocks, adler32(content))
}

/** Adler-32 (RFC 1950 §8.2), its four bytes in the order in which a stream holds them. */
export function adler32(content: Uint8Array): readonly number[] {
  let low = 1
  let high = 0
  for (const byte of content) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return [high >> 8, high & 0xff, low >> 8, low & 0xff]
}
