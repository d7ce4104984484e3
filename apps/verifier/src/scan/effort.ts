import type { Effort } from '../decode/decoder.ts'

/** How many frames in a row may hold nothing until one of them is searched for Aztec codes. */
const AZTEC_EVERY = 6

/** How much the next frame is worth after so many misses: every second one is sharpened, some know Aztec codes. */
export function effortAfter(misses: number): Effort {
  if (misses % 2 === 1) return 'enhanced'
  return misses % AZTEC_EVERY === 4 ? 'aztec' : 'plain'
}
