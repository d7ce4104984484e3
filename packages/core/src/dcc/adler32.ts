/** Largest prime below 2^16 (RFC 1950 §8.2). */
const MODULUS = 65521
/** Bytes between two reductions, so that both sums stay below 2^31. */
const STRIDE = 2048

/** Adler-32 of the bytes (RFC 1950 §8.2), 0 … 2^32 − 1. */
export function adler32(bytes: Uint8Array, end: number = bytes.length): number {
  let a = 1
  let b = 0
  for (let start = 0; start < end; start += STRIDE) {
    const stop = Math.min(end, start + STRIDE)
    for (let i = start; i < stop; i++) {
      a += bytes[i] as number
      b += a
    }
    a %= MODULUS
    b %= MODULUS
  }
  return b * 0x1_0000 + a
}
