import type { Desk } from './desk.ts'
import { type Pose, type Sight, sightOf } from './pinhole.ts'
import { emptyPlane, type Plane } from './plane.ts'
import type { Sheet } from './sheet.ts'

export const FRAME_WIDTH = 1280
export const FRAME_HEIGHT = 720
/** Samples across and down each pixel that shows the sheet. */
const SAMPLES = 4

/** How light each pixel of a camera is that looks at a sheet on a desk: 0 to 1. */
export function look(sheet: Sheet, desk: Desk, pose: Pose): Plane {
  const plane = emptyPlane(FRAME_WIDTH, FRAME_HEIGHT)
  const sight = sightOf(pose)
  for (let y = 0, at = 0; y < FRAME_HEIGHT; y += 1) {
    for (let x = 0; x < FRAME_WIDTH; x += 1, at += 1) {
      plane.levels[at] = pixel(sheet, desk(x, y), sight, x - FRAME_WIDTH / 2, y - FRAME_HEIGHT / 2)
    }
  }
  return plane
}

/** The mean of 4 × 4 samples; a pixel whose middle is beside the sheet is desk. */
function pixel(sheet: Sheet, desk: number, sight: Sight, x: number, y: number): number {
  if (sample(sheet, sight, x + 0.5, y + 0.5) === undefined) return desk
  let sum = 0
  for (let down = 0.5; down < SAMPLES; down += 1) {
    for (let across = 0.5; across < SAMPLES; across += 1) {
      sum += sample(sheet, sight, x + across / SAMPLES, y + down / SAMPLES) ?? desk
    }
  }
  return sum / (SAMPLES * SAMPLES)
}

function sample(sheet: Sheet, [a, b, c, d, e, f, g, h, i]: Sight, x: number, y: number): number | undefined {
  const depth = g * x + h * y + i
  return sheet((a * x + b * y + c) / depth, (d * x + e * y + f) / depth)
}
