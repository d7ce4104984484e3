import type { Grey } from './grey.ts'

/** A QR code of version 2 that says this, for engines to prove themselves on. */
export const SAMPLE_TEXT = 'VACCINE CODE READER SELF-TEST 1'

/** Row by row, the leftmost of 25 modules in the highest bit, 1 = dark. */
export const sampleRows: readonly number[] = [
  0x1fcd07f, 0x105a341, 0x174e65d, 0x174de5d, 0x175b15d, 0x104f241, 0x1fd557f, 0xb900, 0x1546212, 0x104e78, 0xed23b7,
  0x169e136, 0x13d0aef, 0x31ac98, 0x1664046, 0xd9e9b1, 0x13515ff, 0x1ff10, 0x1fcf556, 0x104d915, 0x175e7fe, 0x174a0aa,
  0x1754831, 0x104e12b, 0x1fd13f9,
]

const SIZE = 25
const QUIET = 4
const SCALE = 6

/** The sample where there is no canvas: 132 × 132 levels. */
export function sampleGrey(): Grey {
  const scale = 4
  const width = (SIZE + 2 * QUIET) * scale
  const levels = new Uint8Array(width * width).fill(255)
  for (const [y, row] of sampleRows.entries()) {
    for (let x = 0; x < SIZE * scale; x += 1) {
      if (((row >>> (SIZE - 1 - Math.floor(x / scale))) & 1) === 0) continue
      for (let line = 0; line < scale; line += 1) levels[((y + QUIET) * scale + line) * width + QUIET * scale + x] = 0
    }
  }
  return { width, height: width, levels }
}

/** The sample as a picture of 198 × 198 pixels, drawn on a canvas. Undefined where there is no canvas to draw on. */
export function drawSample(): ImageData | undefined {
  const side = (SIZE + 2 * QUIET) * SCALE
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, side, side)
  context.fillStyle = '#000'
  for (const [y, row] of sampleRows.entries()) {
    for (let x = 0; x < SIZE; x += 1) {
      if ((row >>> (SIZE - 1 - x)) & 1) context.fillRect((x + QUIET) * SCALE, (y + QUIET) * SCALE, SCALE, SCALE)
    }
  }
  return context.getImageData(0, 0, side, side)
}
