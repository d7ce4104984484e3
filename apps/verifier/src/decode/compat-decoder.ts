import { type Decoder, type Effort, NOTHING, type Reading } from './decoder.ts'
import { enhance, halve, withinBounds } from './enhance.ts'
import { greyOf, imageIn, type Picture } from './grey.ts'

/** The decoder inside html5-qrcode, without its camera and its page: pixels in, text out. */
export interface CanvasReader {
  /** @throws anything when there is no code */
  decodeAsync(
    canvas: HTMLCanvasElement,
  ): Promise<{ readonly text: string; readonly format?: { readonly formatName: string } }>
}

/** A pause before each frame, in milliseconds: this decoder works on the page's own thread. */
const BREATH = 30

/**
 * Reads frames without a worker or WebAssembly, for browsers that have turned them off (Lockdown Mode does). It sees
 * about half of what the engine sees, so a sharpened copy is tried too.
 */
export function compatDecoder(load: () => Promise<CanvasReader> = loadReader): Decoder {
  const reader = load()
  reader.catch(() => {})
  let closed = false

  async function decode(frame: Picture, effort: Effort): Promise<Reading> {
    try {
      await new Promise((resolve) => setTimeout(resolve, BREATH))
      for (const picture of attemptsAt(frame, effort)) {
        if (closed) return NOTHING
        const reading = await readingOf(await reader, picture)
        if (reading !== undefined) return reading
      }
    } catch {
      // The chunk could not be loaded: nothing will be read, as its caller is told.
    }
    return NOTHING
  }

  return {
    decode,
    close: () => {
      closed = true
    },
  }
}

/** Lazily, so that a picture is only sharpened when it has to be. */
function* attemptsAt(frame: Picture, effort: Effort): Generator<Picture> {
  yield frame
  if (effort === 'plain' || effort === 'aztec') return
  const grey = withinBounds(greyOf(frame))
  yield enhance(grey)
  if (effort === 'still') yield halve(grey)
}

async function readingOf(reader: CanvasReader, picture: Picture): Promise<Reading | undefined> {
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d')?.putImageData(imageIn(picture), 0, 0)
  try {
    const { text, format } = await reader.decodeAsync(canvas)
    return { kind: 'text', text, symbol: format?.formatName === 'AZTEC' ? 'aztec' : 'qr' }
  } catch {
    return undefined
  }
}

async function loadReader(): Promise<CanvasReader> {
  const [{ ZXingHtml5QrcodeDecoder }, { Html5QrcodeSupportedFormats, BaseLoggger }] = await Promise.all([
    import('html5-qrcode/esm/zxing-html5-qrcode-decoder.js'),
    import('html5-qrcode/esm/core.js'),
  ])
  const { QR_CODE, AZTEC } = Html5QrcodeSupportedFormats
  return new ZXingHtml5QrcodeDecoder([QR_CODE, AZTEC], false, new BaseLoggger(false))
}
