import type { Decoder } from '../decode/decoder.ts'
import { inputFault } from './input-fault.ts'
import { HEADER_BYTES, pictureSize } from './picture-size.ts'

/** Largest file, in bytes, and most pixels it may have. */
const MOST_BYTES = 30_000_000
const MOST_PIXELS = 60_000_000

/** Longest side that is looked at: a larger picture is drawn smaller. */
const LONGEST_SIDE = 4_000

/** Smaller pictures are drawn larger, or their modules would be single pixels. */
const SHORTEST_SIDE = 200

/** How long one picture may take altogether, in milliseconds. */
const DEADLINE = 20_000

/**
 * The text of the code in a picture file (PNG, JPEG, WebP, GIF), turned as its EXIF says; undefined without one.
 * @throws Fault `input.type` `input.size` `input.broken`
 */
export async function readPicture(file: Blob, decoder: Decoder): Promise<string | undefined> {
  if (file.size > MOST_BYTES) throw inputFault('input.size')
  const size = pictureSize(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()))
  if (size === undefined) throw inputFault('input.type')
  if (size.width * size.height > MOST_PIXELS) throw inputFault('input.size')
  const bitmap = await bitmapOf(new Blob([file], { type: `image/${size.type}` }))
  try {
    return await readPixels(pixelsOf(bitmap), decoder)
  } finally {
    bitmap.close()
  }
}

/** The text of the code in pixels of any origin; undefined without one, and when it takes too long. */
export async function readPixels(pixels: ImageData, decoder: Decoder): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), DEADLINE)
  })
  const reading = await Promise.race([decoder.decode(pixels, 'still'), late])
  clearTimeout(timer)
  return reading?.kind === 'text' ? reading.text : undefined
}

async function bitmapOf(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (cause) {
    throw inputFault('input.broken', cause)
  }
}

/** On white, as paper is: a code may be drawn on nothing at all. */
function pixelsOf(bitmap: ImageBitmap): ImageData {
  const factor = factorFor(bitmap.width, bitmap.height)
  const [width, height] = [
    Math.max(1, Math.round(bitmap.width * factor)),
    Math.max(1, Math.round(bitmap.height * factor)),
  ]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw inputFault('input.size')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingEnabled = factor < 1
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

function factorFor(width: number, height: number): number {
  const shortest = Math.min(width, height)
  const enough = shortest < SHORTEST_SIDE ? Math.ceil(SHORTEST_SIDE / shortest) : 1
  return Math.min(enough, LONGEST_SIDE / Math.max(width, height))
}
