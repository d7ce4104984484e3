import { qrMatrix } from '../../../../packages/paper/src/index.ts'
import type { Pixels } from '../../src/decode/grey.ts'

/** White pixels. */
export function canvas(width: number, height: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255) }
}

/** Draws a QR code with its quiet zone on white pixels. */
export function draw(pixels: Pixels, text: string, place: { left: number; top: number; scale: number }): void {
  const { size, modules } = qrMatrix(text)
  for (let at = 0; at < (size * place.scale) ** 2; at += 1) {
    const [x, y] = [at % (size * place.scale), Math.floor(at / (size * place.scale))]
    const dark = modules[Math.floor(y / place.scale) * size + Math.floor(x / place.scale)] === 1
    const to = ((place.top + 24 + y) * pixels.width + place.left + 24 + x) * 4
    if (dark) pixels.data.fill(0, to, to + 3)
  }
}
