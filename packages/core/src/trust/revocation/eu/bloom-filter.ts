import { sha256 } from '#sha256'
import { demand } from '../../list-shape.ts'
import { HASH_BYTES } from '../revocation-hash.ts'
import type { Slice } from './slice.ts'

/** version u16, k u8, hash function u8, rate f32, expected i32, present i32, words i32. */
const HEADER_BYTES = 20
const VERSION = 1
const SHA_256 = 0
/** Bytes in the code that writes them are signed. */
const MAX_HASHES = 127

/**
 * Reads a Bloom filter as dgc-bloomfilter (Java) writes it, big-endian:
 * `version u16 = 1 | k u8 | hash function u8 = 0 | rate f32 | expected i32 | present i32 | words i32 | words × i32`.
 * Its README has k and the hash function the other way round; what is in use follows the code.
 * Rate and counts describe the writer's plan, so they are checked to be numbers and used for nothing.
 * @throws Fault `list.shape`
 */
export function readBloomFilter(bytes: Uint8Array): Slice {
  demand(bytes.length > HEADER_BYTES, 'slice ends early')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const hashes = view.getUint8(2)
  const words = view.getInt32(16)
  demand(view.getUint16(0) === VERSION && view.getUint8(3) === SHA_256, 'version or hash function of a filter')
  demand(hashes >= 1 && hashes <= MAX_HASHES, 'number of hashes of a filter')
  demand(isRate(view.getFloat32(4)) && view.getInt32(8) >= 0 && view.getInt32(12) >= 0, 'plan of a filter')
  demand(words >= 1 && bytes.length === HEADER_BYTES + 4 * words, 'length of a filter')
  const data = bytes.subarray(HEADER_BYTES)
  return { contains: (hash) => containsAll(data, hash, hashes) }
}

/** A share of wrong hits, as a 32-bit float. Infinity and NaN are none. */
export function isRate(rate: number): boolean {
  return rate > 0 && rate <= 1
}

function containsAll(data: Uint8Array, hash: Uint8Array, hashes: number): boolean {
  const seeded = new Uint8Array(HASH_BYTES + 1)
  seeded.set(hash)
  for (let seed = 0; seed < hashes; seed += 1) {
    seeded[HASH_BYTES] = seed
    const bit = signedRemainder(sha256(seeded), data.length * 8)
    if ((((data[bit >>> 3] as number) << (bit & 7)) & 0x80) === 0) return false
  }
  return true
}

/** Remainder, never negative, of bytes that are a big-endian number in two's complement; `modulus` is below 2^28. */
function signedRemainder(bytes: Uint8Array, modulus: number): number {
  let remainder = 0
  let power = 1
  for (const byte of bytes) {
    remainder = (remainder * 256 + byte) % modulus
    power = (power * 256) % modulus
  }
  const isNegative = (bytes[0] as number) >= 0x80
  return isNegative ? (remainder - power + modulus) % modulus : remainder
}
