import { decode, encode } from 'jpeg-js'
import { emptyPlane, type Plane, pixelsOf } from './plane.ts'

/** A frame as a JPEG file. Runs in Node: the encoder knows Buffers only. */
export function jpegOf(plane: Plane, quality: number): Uint8Array {
  const { width, height, data } = pixelsOf(plane)
  return encode({ width, height, data }, quality).data
}

/** What a camera's JPEG leaves of a frame. */
export function throughJpeg(plane: Plane, quality: number): Plane {
  const { width, height } = plane
  const kept = decode(jpegOf(plane, quality), { useTArray: true, maxMemoryUsageInMB: 256 })
  const back = emptyPlane(width, height)
  for (let at = 0; at < back.levels.length; at += 1) back.levels[at] = kept.data[at * 4] ?? 0
  return back
}
