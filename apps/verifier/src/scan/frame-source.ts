import type { Picture } from '../decode/grey.ts'
import { canvasSource } from './canvas-source.ts'
import { lumaOf } from './luma.ts'
import { movement, viewOf } from './view.ts'

/** Takes the square in the middle out of a playing video, at the camera's own resolution. */
export interface FrameSource {
  /** Undefined while there is no picture. */
  grab(): Promise<Picture | undefined>
}

/** What two ways to the same frame may differ by, in levels: cameras use less of the scale than canvases. */
const TOLERANCE = 24

/**
 * Takes the brightness of a frame as the camera delivers it, at a tenth of a canvas's cost, where the browser can and
 * its first frame looks the same as on a canvas; else pixels from a canvas.
 */
export function frameSource(video: HTMLVideoElement): FrameSource {
  const drawn = canvasSource(video)
  let trust: 'untried' | 'proven' | 'none' = 'untried'

  async function grab(): Promise<Picture | undefined> {
    if (trust === 'none') return drawn()
    const asDrawn = trust === 'untried' ? drawn() : undefined
    if (trust === 'untried' && asDrawn === undefined) return undefined
    const luma = await lumaOf(video).catch(() => undefined)
    if (asDrawn) trust = luma && movement(viewOf(asDrawn), viewOf(luma)) < TOLERANCE ? 'proven' : 'none'
    else if (luma === undefined) trust = 'none'
    return trust === 'none' ? (asDrawn ?? drawn()) : luma
  }

  return { grab }
}

/** Calls back once, when the video shows a new frame. Returns what prevents that. */
export function onNextFrame(video: HTMLVideoElement, then: () => void): () => void {
  if (typeof video.requestVideoFrameCallback === 'function') {
    const handle = video.requestVideoFrameCallback(then)
    return () => video.cancelVideoFrameCallback(handle)
  }
  const handle = requestAnimationFrame(then)
  return () => cancelAnimationFrame(handle)
}
