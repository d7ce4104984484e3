import type { Pixels } from './picture-thread.ts'

/** How bright each pixel is, row by row, 0 to 255. */
export interface Brightness {
  readonly width: number
  readonly height: number
  readonly values: Uint8ClampedArray
}

/** A picture laid on white. */
export interface OnWhite extends Brightness {
  /** Whether any of the white shows through. */
  readonly transparent: boolean
}

export function onWhite({ width, height, data }: Pixels): OnWhite {
  const values = new Uint8ClampedArray(width * height)
  let transparent = false
  for (let pixel = 0, at = 0; pixel < values.length; pixel += 1, at += 4) {
    const alpha = (data[at + 3] ?? 255) / 255
    const luma = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
    values[pixel] = 255 + alpha * (luma - 255)
    transparent ||= alpha < 1
  }
  return { width, height, values, transparent }
}

/** Pixels as a code reader takes them. */
export function imageDataOf({ width, height, values }: Brightness): ImageData {
  const pixels = new Uint32Array(values.length)
  for (let pixel = 0; pixel < values.length; pixel += 1) pixels[pixel] = (values[pixel] ?? 0) * 0x01010101
  return { data: new Uint8ClampedArray(pixels.buffer), width, height, colorSpace: 'srgb' }
}
