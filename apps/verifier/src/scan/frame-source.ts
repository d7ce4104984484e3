import type { Grey, Picture } from '../decode/grey.ts'
import { canvasSource } from './canvas-source.ts'
import { lumaOf } from './luma.ts'
import { movement, spread, viewOf } from './view.ts'

/** Takes the square in the middle out of a playing video, at the camera's own resolution. */
export interface FrameSource {
  /** Undefined while there is no picture. */
  grab(): Promise<Picture | undefined>
}

/** What two ways to the same frame may differ by, in levels: cameras use less of the scale than canvases. */
const TOLERANCE = 24

/** A frame of fewer levels proves nothing: darkness looks the same on every way. */
const TELLING = 60

/** How long a frame may take to be copied, in milliseconds: it takes one. */
const LATEST = 1_000

/**
 * Takes the brightness of a frame as the camera delivers it, at a tenth of a canvas's cost, where the browser can and
 * a frame with something in it looks the same as on a canvas; else pixels from a canvas.
 */
export function frameSource(video: HTMLVideoElement): FrameSource {
  const drawn = canvasSource(video)
  let trust: 'untried' | 'proven' | 'none' = 'untried'

  async function prove(): Promise<Picture | undefined> {
    const picture = drawn()
    const view = picture && viewOf(picture)
    if (view === undefined || spread(view) < TELLING) return picture
    const luma = await lumaInTime(video)
    trust = luma && movement(view, viewOf(luma)) < TOLERANCE ? 'proven' : 'none'
    return picture
  }

  async function deliver(): Promise<Picture | undefined> {
    const luma = await lumaInTime(video)
    if (luma === undefined) trust = 'none'
    return luma ?? drawn()
  }

  return {
    grab: async () => {
      if (trust === 'none') return drawn()
      return trust === 'proven' ? deliver() : prove()
    },
  }
}

/** Undefined when it fails, or a promise of the browser is never kept: the camera must not stand still for it. */
function lumaInTime(video: HTMLVideoElement): Promise<Grey | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, LATEST))
  return Promise.race([lumaOf(video).catch(() => undefined), late])
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
