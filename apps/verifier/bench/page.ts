// The browser's half of bench:frames.
import { Html5QrcodeSupportedFormats } from 'html5-qrcode/esm/core.js'
import { ZXingHtml5QrcodeDecoder } from 'html5-qrcode/esm/zxing-html5-qrcode-decoder.js'
import type { Effort, Reading } from '../src/decode/decoder.ts'
import { type Grey, imageIn } from '../src/decode/grey.ts'
import { workerDecoder } from '../src/decode/worker-decoder.ts'

/** `right`, `wrong` (another text than the frame shows), or nothing read. */
export type Mark = 'right' | 'wrong' | 'unread'

/** What one decoder made of a frame, and in how many milliseconds, seen from the page. */
export interface Attempt {
  readonly mark: Mark
  readonly milliseconds: number
}

export interface FrameResult {
  readonly name: string
  readonly plain: Attempt
  /** Plain, then the passes beyond. */
  readonly enhanced: Attempt
  readonly html5qrcode: Attempt
}

const own = workerDecoder()
const silent = { log: () => {}, warn: () => {}, logError: () => {}, logErrors: () => {} }
const other = new ZXingHtml5QrcodeDecoder([Html5QrcodeSupportedFormats.QR_CODE], false, silent)

async function fetchFrame(name: string, number: number): Promise<{ grey: Grey; text: string }> {
  const response = await fetch(`/bench-frame?name=${name}&number=${number}`)
  const levels = new Uint8Array(await response.arrayBuffer())
  const side = Math.sqrt(levels.length)
  return { grey: { width: side, height: side, levels }, text: decodeURIComponent(response.headers.get('x-text') ?? '') }
}

async function timed(text: string, read: () => Promise<string | undefined>): Promise<Attempt> {
  const begin = performance.now()
  const found = await read()
  const milliseconds = performance.now() - begin
  return { mark: found === undefined ? 'unread' : found === text ? 'right' : 'wrong', milliseconds }
}

/** Levels, as the camera loop hands them over. */
async function byUs(grey: Grey, effort: Effort): Promise<string | undefined> {
  const reading: Reading = await own.decode({ ...grey, levels: grey.levels.slice() }, effort)
  return reading.kind === 'text' ? reading.text : undefined
}

function canvasOf(pixels: ImageData): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = pixels.width
  canvas.height = pixels.height
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0)
  return canvas
}

async function byOther(canvas: HTMLCanvasElement): Promise<string | undefined> {
  try {
    return (await other.decodeAsync(canvas)).text
  } catch {
    return undefined
  }
}

async function readFrames(name: string, from: number, count: number): Promise<readonly FrameResult[]> {
  const results: FrameResult[] = []
  for (let number = from; number < from + count; number += 1) {
    const { grey, text } = await fetchFrame(name, number)
    const canvas = canvasOf(imageIn(grey))
    results.push({
      name,
      plain: await timed(text, () => byUs(grey, 'plain')),
      enhanced: await timed(text, () => byUs(grey, 'enhanced')),
      html5qrcode: await timed(text, () => byOther(canvas)),
    })
  }
  return results
}

await own.ready
Object.assign(window, { readFrames })
