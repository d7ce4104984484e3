import type { Style } from './pen.ts'
import type { TextBlock } from './text-block.ts'

/** Smallest size that is still read on paper, in points. */
const FLOOR = 6

/** Each step makes the text a twentieth smaller. */
const STEP = 0.95

/** A style at a part of its size, never below the floor. */
export function scaled<S extends Style>(style: S, scale: number): Style {
  return { ...style, size: Math.max(FLOOR, style.size * scale) }
}

/**
 * The block at the largest scale at which it ends above `bottom`: text runs over more lines first, then it shrinks.
 * Undefined when it does not fit at the smallest size.
 */
export function fitted(draw: (scale: number) => TextBlock, bottom: number): TextBlock | undefined {
  for (let scale = 1; scale > 0.45; scale *= STEP) {
    const block = draw(scale)
    if (block.y <= bottom) return block
  }
  return undefined
}
