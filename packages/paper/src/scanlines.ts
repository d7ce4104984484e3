import { type BitLines, eightModules } from './bit-lines.ts'
import { QUIET_ZONE } from './quiet-zone.ts'

/** Filter type of a scanline given as its difference from the one above (ISO/IEC 15948 §9.2). */
const FILTER_UP = 2

/**
 * A symbol with its quiet zone as PNG scanlines of one bit to a pixel, 1 = light, each after its filter byte:
 * the first of a row of modules as it is, the others as no change from the one above.
 */
export function scanlines(lines: BitLines, scale: number): Uint8Array {
  const side = lines.size + 2 * QUIET_ZONE
  const length = 1 + Math.ceil((side * scale) / 8)
  const bytes = new Uint8Array(length * side * scale)
  for (let y = 0; y < side; y += 1) {
    const at = y * scale * length
    drawRow(lines, y - QUIET_ZONE, scale, bytes.subarray(at + 1, at + length))
    for (let again = 1; again < scale; again += 1) bytes[at + again * length] = FILTER_UP
  }
  return bytes
}

/** One row of modules between its quiet zones; `y` counts from the symbol's first row. */
function drawRow(lines: BitLines, y: number, scale: number, row: Uint8Array): void {
  row.fill(0xff)
  if (y < 0 || y >= lines.size) return
  const pixels = pixelsAt(scale)
  for (let x = 0, before = 0; x < lines.size + QUIET_ZONE; x += 8) {
    const here = x < lines.size ? eightModules(lines, x, y) : 0
    const framed = (before >>> (8 - QUIET_ZONE)) | ((here << QUIET_ZONE) & 0xff)
    const end = Math.min(scale, row.length - (x / 8) * scale)
    for (let byte = 0; byte < end; byte += 1) row[(x / 8) * scale + byte] = pixels[framed * scale + byte] ?? 0
    before = here
  }
}

const pixelsByScale = new Map<number, Uint8Array>()

/** For each pattern of eight modules (leftmost in the lowest bit), the `scale` bytes of their pixels. */
function pixelsAt(scale: number): Uint8Array {
  const known = pixelsByScale.get(scale)
  if (known !== undefined) return known
  const made = new Uint8Array(256 * scale)
  for (let pixel = 0; pixel < made.length * 8; pixel += 1) {
    const module = Math.floor(pixel / scale)
    const light = ((module >>> 3) >>> (module & 7)) & 1 ? 0 : 1
    made[pixel >>> 3] = (made[pixel >>> 3] ?? 0) | (light << (7 - (pixel & 7)))
  }
  pixelsByScale.set(scale, made)
  return made
}
