import { type BarcodeDetector, findBarcodeDetector } from './barcode-detector.ts'
import { type Decoder, type Effort, NOTHING, type Reading } from './decoder.ts'
import { imageIn, type Picture } from './grey.ts'
import { drawSample, SAMPLE_TEXT } from './sample-code.ts'

/** On so many frames that hold a code it has to read the same as the engine we ship. */
const FRAMES_TO_AGREE = 5

/** How long the browser's detector may take over one frame, in milliseconds. */
const DEADLINE = 1_000

/** What proves the browser's detector. Tests hand in their own. */
export interface NativeDecoderOptions {
  readonly find?: () => Promise<BarcodeDetector | undefined>
  readonly drawSample?: () => ImageData | undefined
  readonly deadline?: number
}

/**
 * Lets the browser's own detector take the plain passes once it has read our sample and agreed with `proven` on the
 * first frames. A wrong text, a miss during the trial, an error or a late answer ends its service for good;
 * `proven` reads every frame of greater effort anyway.
 */
export async function withNativeDetector(proven: Decoder, options: NativeDecoderOptions = {}): Promise<Decoder> {
  const { find = findBarcodeDetector, drawSample: draw = drawSample, deadline = DEADLINE } = options
  const detector = await find()
  const sample = detector && draw()
  if (!detector || !sample) return proven
  const detect = (frame: Picture) => detectText(detector, frame, deadline)
  if ((await detect(sample)) !== SAMPLE_TEXT) return proven
  return onTrial(proven, detect)
}

/** The text of the first code, undefined without one, `failed` after an error or out of time. */
type Detect = (frame: Picture) => Promise<string | undefined | typeof FAILED>

const FAILED = Symbol('failed')

function onTrial(proven: Decoder, detect: Detect): Decoder {
  let agreed = 0
  let dropped = false

  async function compare(frame: Picture, effort: Effort): Promise<Reading> {
    const found = await detect(frame)
    const reading = await proven.decode(frame, effort)
    if (reading.kind === 'text') {
      dropped = found !== reading.text
      agreed += 1
    } else dropped = found === FAILED
    return reading
  }

  async function serve(frame: Picture): Promise<Reading> {
    const found = await detect(frame)
    dropped = found === FAILED
    if (found === FAILED) return proven.decode(frame, 'plain')
    return found === undefined ? NOTHING : { kind: 'text', text: found, symbol: 'qr' }
  }

  return {
    decode: (frame, effort) => {
      if (dropped || effort !== 'plain') return proven.decode(frame, effort)
      return agreed < FRAMES_TO_AGREE ? compare(frame, effort) : serve(frame)
    },
    close: () => proven.close(),
  }
}

async function detectText(detector: BarcodeDetector, frame: Picture, deadline: number): ReturnType<Detect> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<typeof FAILED>((resolve) => {
    timer = setTimeout(() => resolve(FAILED), deadline)
  })
  try {
    const found = await Promise.race([detector.detect(imageIn(frame)).then((codes) => codes[0]?.rawValue), late])
    return found === '' ? undefined : found
  } catch {
    return FAILED
  } finally {
    clearTimeout(timer)
  }
}
