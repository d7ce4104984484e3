import type { Desk } from './desk.ts'
import { type Pose, type Sight, sightOf } from './pinhole.ts'
import { emptyPlane, type Plane } from './plane.ts'
import type { Sheet } from './sheet.ts'

/** How many pixels a camera has. */
export interface FrameSize {
  readonly width: number
  readonly height: number
}

const LANDSCAPE: FrameSize = { width: 1280, height: 720 }

/** Samples across and down each pixel that shows the sheet. */
const SAMPLES = 4

/** How light each pixel of a camera is that looks at a sheet on a desk: 0 to 1. */
export function look(sheet: Sheet, desk: Desk, pose: Pose, { width, height }: FrameSize = LANDSCAPE): Plane {
  const plane = emptyPlane(width, height)
  const seen = through(sightOf(pose), sheet)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      plane.levels[at] = pixel(seen, desk(x, y), x - width / 2, y - height / 2)
    }
  }
  return plane
}

/** A sheet as the camera has it: the places are pixels from the middle of the frame. */
function through([a, b, c, d, e, f, g, h, i]: Sight, sheet: Sheet): Sheet {
  return (x, y) => {
    const depth = g * x + h * y + i
    return sheet((a * x + b * y + c) / depth, (d * x + e * y + f) / depth)
  }
}

/** The mean of 4 × 4 samples; a pixel whose middle is beside the sheet is desk. */
function pixel(seen: Sheet, desk: number, x: number, y: number): number {
  if (seen(x + 0.5, y + 0.5) === undefined) return desk
  let sum = 0
  for (let down = 0.5; down < SAMPLES; down += 1) {
    for (let across = 0.5; across < SAMPLES; across += 1) {
      sum += seen(x + across / SAMPLES, y + down / SAMPLES) ?? desk
    }
  }
  return sum / (SAMPLES * SAMPLES)
}
