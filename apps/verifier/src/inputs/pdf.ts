import type { Decoder } from '../decode/decoder.ts'
import { inputFault } from './input-fault.ts'
import { findImages, type PdfImage } from './pdf-images.ts'
import { pixelsOfImage } from './pdf-pixels.ts'
import { readPicture, readPixels } from './picture.ts'

const MOST_BYTES = 30_000_000

/** Pictures beyond this number, and time beyond this many milliseconds, are not looked into. */
const MOST_IMAGES = 40
const DEADLINE = 30_000

/** Readers accept the mark anywhere in the first kilobyte (ISO 32000-1 annex H.3). */
export async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, 1024).text()).includes('%PDF-')
}

/**
 * The text of the code in a PDF that holds it as a picture (Flate or JPEG); undefined when its pictures hold none.
 * Text, vector graphics and other compressions are not read: that takes a whole PDF engine, and hostile files like those.
 * @throws Fault `input.size` `input.encrypted`, and `input.drawn` when there is no picture that could be read
 */
export async function readPdf(file: Blob, decoder: Decoder): Promise<string | undefined> {
  if (file.size > MOST_BYTES) throw inputFault('input.size')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { images, isEncrypted } = findImages(bytes, MOST_IMAGES)
  if (isEncrypted) throw inputFault('input.encrypted')
  const until = performance.now() + DEADLINE
  let looked = false
  for (const image of images) {
    if (performance.now() > until) return undefined
    const seen = await lookInto(image, decoder)
    if (seen?.text !== undefined) return seen.text
    looked ||= seen !== undefined
  }
  if (!looked) throw inputFault('input.drawn')
  return undefined
}

/** Undefined when the picture cannot be read. */
async function lookInto(image: PdfImage, decoder: Decoder): Promise<{ text: string | undefined } | undefined> {
  try {
    if (image.filters.join() === 'DCTDecode') return { text: await readPicture(new Blob([image.data]), decoder) }
    const pixels = await pixelsOfImage(image)
    return pixels && { text: await readPixels(pixels, decoder) }
  } catch {
    return undefined
  }
}
