import type { Decoder } from '../decode/decoder.ts'
import { inputFault } from './input-fault.ts'
import { HEADER_BYTES, type PictureType, pictureSize } from './picture-size.ts'
import { type Tile, tilesOf } from './tiles.ts'

/** Largest file, in bytes, and most pixels it may have. */
const MOST_BYTES = 30_000_000
const MOST_PIXELS = 60_000_000

/** Longest side that is looked at: a larger picture is drawn smaller. */
const LONGEST_SIDE = 4_096

/** Smaller pictures are drawn larger, or their modules would be single pixels. */
const SHORTEST_SIDE = 200

/** How long one picture may take altogether, in milliseconds. */
const DEADLINE = 20_000

/**
 * The text of the code in a picture file (PNG, JPEG, WebP, GIF, BMP, where the browser draws it HEIC), turned as its EXIF says;
 * undefined without one.
 * @throws Fault `input.type` `input.heic` `input.size` `input.broken`
 */
export async function readPicture(file: Blob, decoder: Decoder): Promise<string | undefined> {
  if (file.size > MOST_BYTES) throw inputFault('input.size')
  const size = pictureSize(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()))
  if (size === undefined) throw inputFault('input.type')
  const pixels = size.width * size.height
  if (pixels > MOST_PIXELS) throw inputFault('input.size')
  // One that hides how large it is may be of any size.
  if (pixels === 0) throw inputFault(size.type === 'heic' ? 'input.heic' : 'input.broken')
  const bitmap = await bitmapOf(file, size.type)
  try {
    return await readBitmap(bitmap, decoder)
  } finally {
    bitmap.close()
  }
}

/** As a whole, then in pieces: a small code in a large photograph wants to be looked at from near. */
async function readBitmap(bitmap: ImageBitmap, decoder: Decoder): Promise<string | undefined> {
  const until = performance.now() + DEADLINE
  const text = await readPixels(wholeOf(bitmap), decoder)
  if (text !== undefined) return text
  for (const tile of tilesOf(bitmap.width, bitmap.height)) {
    if (performance.now() > until) return undefined
    const reading = await decoder.decode(pixelsOf(bitmap, tile, 1), 'enhanced')
    if (reading.kind === 'text') return reading.text
  }
  return undefined
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

async function bitmapOf(file: Blob, type: PictureType): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([file], { type: `image/${type}` }), { imageOrientation: 'from-image' })
  } catch (cause) {
    throw inputFault(type === 'heic' ? 'input.heic' : 'input.broken', cause)
  }
}

function wholeOf(bitmap: ImageBitmap): ImageData {
  const { width, height } = bitmap
  return pixelsOf(bitmap, { left: 0, top: 0, width, height }, factorFor(width, height))
}

/** A part of a picture, on white as paper is: a code may be drawn on nothing at all. */
function pixelsOf(bitmap: ImageBitmap, { left, top, width, height }: Tile, factor: number): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * factor))
  canvas.height = Math.max(1, Math.round(height * factor))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw inputFault('input.size')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingEnabled = factor < 1
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

function factorFor(width: number, height: number): number {
  const shortest = Math.min(width, height)
  const enough = shortest < SHORTEST_SIDE ? Math.ceil(SHORTEST_SIDE / shortest) : 1
  return Math.min(enough, LONGEST_SIDE / Math.max(width, height))
}
