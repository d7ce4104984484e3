import type { Decoder, Reading } from '../decode/decoder.ts'
import type { Picture } from '../decode/grey.ts'
import { effortAfter } from './effort.ts'
import { type FrameSource, frameSource, onNextFrame } from './frame-source.ts'
import { type View, viewOf } from './view.ts'

/** What one frame of the loop came to. */
export type OnReading = (reading: Reading, view: View) => void

/** Where frames come from and when; a video's, or a test's. */
export interface LoopParts {
  readonly source: (video: HTMLVideoElement) => FrameSource
  readonly next: (video: HTMLVideoElement, then: () => void) => () => void
}

const videoParts: LoopParts = { source: frameSource, next: onNextFrame }

/** How long the loop waits for a frame after an error of the canvas, in milliseconds. */
const AFTER_ERROR = 200

/**
 * Reads one frame after another, never two at once: frames that come meanwhile are passed over.
 * Returns what ends it; a reading that is under way then is dropped.
 */
export function runLoop(
  video: HTMLVideoElement,
  decoder: Decoder,
  onReading: OnReading,
  { source, next }: LoopParts = videoParts,
): () => void {
  const frames = source(video)
  let running = true
  let misses = 0
  let cancel = next(video, () => void step())

  async function step(): Promise<void> {
    const frame = await grab()
    if (!running) return
    if (frame === undefined) await new Promise((resolve) => setTimeout(resolve, AFTER_ERROR))
    else await read(frame)
    if (running) cancel = next(video, () => void step())
  }

  async function read(frame: Picture): Promise<void> {
    const view = viewOf(frame)
    const reading = await decoder.decode(frame, effortAfter(misses))
    misses = reading.kind === 'text' ? 0 : misses + 1
    if (running) onReading(reading, view)
  }

  /** A camera that is being taken away makes canvases and frames throw. */
  async function grab(): Promise<Picture | undefined> {
    try {
      return await frames.grab()
    } catch {
      return undefined
    }
  }

  return () => {
    running = false
    cancel()
  }
}
