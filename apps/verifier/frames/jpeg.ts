import { decode, encode } from 'jpeg-js'
import { emptyPlane, type Plane, pixelsOf } from './plane.ts'

/** What a camera's JPEG leaves of a frame. Runs in Node: the encoder knows Buffers only. */
export function throughJpeg(plane: Plane, quality: number): Plane {
  const { width, height, data } = pixelsOf(plane)
  const { data: file } = encode({ width, height, data }, quality)
  const kept = decode(file, { useTArray: true, maxMemoryUsageInMB: 256 })
  const back = emptyPlane(width, height)
  for (let at = 0; at < back.levels.length; at += 1) back.levels[at] = kept.data[at * 4] ?? 0
  return back
}
