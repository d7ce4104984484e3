import { type Grey, isGrey, type Pixels } from '../decode/grey.ts'

/** Every so many pixels across and down is looked at: enough for light and movement. */
const STRIDE = 24

/** A frame in a few hundred levels. */
export type View = Uint8Array

/** The level, or the green, of every 24th pixel of every 24th row. */
export function viewOf(picture: Pixels | Grey): View {
  const { width, height } = picture
  const [across, down] = [Math.floor(width / STRIDE), Math.floor(height / STRIDE)]
  const levelAt = isGrey(picture)
    ? (pixel: number) => picture.levels[pixel] ?? 0
    : (pixel: number) => picture.data[pixel * 4 + 1] ?? 0
  return Uint8Array.from({ length: across * down }, (_, at) =>
    levelAt(Math.floor(at / across) * STRIDE * width + (at % across) * STRIDE),
  )
}

/** 0 dark to 255 bright. */
export function brightness(view: View): number {
  return view.length === 0 ? 0 : view.reduce((sum, level) => sum + level, 0) / view.length
}

/** How far the darkest and the brightest level lie apart. */
export function spread(view: View): number {
  return view.length === 0 ? 0 : Math.max(...view) - Math.min(...view)
}

/** How much two views of the same camera differ, in levels of a pixel. */
export function movement(before: View, after: View): number {
  if (before.length !== after.length || after.length === 0) return 0
  return after.reduce((sum, level, at) => sum + Math.abs(level - (before[at] ?? 0)), 0) / after.length
}
