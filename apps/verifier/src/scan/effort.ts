import type { Effort } from '../decode/decoder.ts'

/** How much the next frame is worth: every second frame after a miss is looked at twice. */
export function effortAfter(misses: number): Effort {
  return misses % 2 === 1 ? 'enhanced' : 'plain'
}
