import { type BitLines, emptyLines, packLines, xorLines } from './bit-lines.ts'
import { penalty } from './penalty.ts'

/** Number of a data mask (ISO/IEC 18004:2015 §7.8.2, table 10). */
export type Mask = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7

const masks: readonly Mask[] = [0, 1, 2, 3, 4, 5, 6, 7]

/** The modules in which a symbol drawn under `mask` differs from itself under mask 0, format information included. */
export interface MaskPlane {
  readonly mask: Mask
  readonly changes: BitLines
}

/** The planes of all masks. They depend on version and level only, so any text's drawings will do. */
export function maskPlanes(draw: (mask: Mask) => Uint8Array, size: number): readonly MaskPlane[] {
  const plain = packLines(draw(0), size)
  return masks.map((mask) => {
    const changes = packLines(draw(mask), size)
    xorLines(changes, changes, plain)
    return { mask, changes }
  })
}

/** Turns a symbol drawn under mask 0 into the one of lowest penalty; of equals, the lowest mask. */
export function underBestMask(
  modules: Uint8Array,
  size: number,
  planes: readonly MaskPlane[],
): { mask: Mask; lines: BitLines } {
  const plain = packLines(modules, size)
  let [best, trial] = [emptyLines(size), emptyLines(size)]
  let mask: Mask = 0
  let lowest = Number.POSITIVE_INFINITY
  for (const plane of planes) {
    xorLines(trial, plain, plane.changes)
    const score = penalty(trial, lowest)
    if (score >= lowest) continue
    lowest = score
    mask = plane.mask
    ;[best, trial] = [trial, best]
  }
  return { mask, lines: best }
}
