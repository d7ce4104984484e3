import { qrMatrix } from '../../../packages/paper/src/index.ts'
import { BASE, type Condition } from '../frames/conditions.ts'
import { photograph } from '../frames/frame.ts'
import { jpegOf } from '../frames/jpeg.ts'
import { type Random, randomFrom } from '../frames/random.ts'
import type { FrameSize } from '../frames/scene.ts'
import { letter, paperWith } from '../frames/sheet.ts'

/** Frames a second of a film, as Chromium plays it. */
const RATE = 30

/** One picture for some seconds, as a JPEG file. */
export interface Shot {
  readonly picture: Uint8Array
  readonly seconds: number
}

/** Shots one after another as Motion JPEG; a camera plays it again and again. */
export function filmOf(...shots: readonly Shot[]): Uint8Array {
  return Buffer.concat(shots.flatMap(({ picture, seconds }) => Array(Math.round(seconds * RATE)).fill(picture)))
}

/** A code on paper, as a camera sees it. Versions follow from text and level. */
export function pictureOf(text: string, options: PictureOptions = {}): Uint8Array {
  const { level = 'Q', size, ...changes } = options
  const random = randomFrom(text)
  return picture(paperWith(qrMatrix(text, { level }), random), changes, random, size)
}

/** What is not as in the middle of a table in good light. */
export interface PictureOptions extends Partial<Condition> {
  readonly level?: 'L' | 'M' | 'Q' | 'H'
  /** Default 1280 × 720. */
  readonly size?: FrameSize
}

/** A letter without a code on the same table. */
export function pictureOfNothing(size?: FrameSize): Uint8Array {
  const random = randomFrom('nothing')
  return picture(letter(random), {}, random, size)
}

function picture(
  sheet: ReturnType<typeof letter>,
  changes: Partial<Condition>,
  random: Random,
  size: FrameSize | undefined,
): Uint8Array {
  return jpegOf(photograph(sheet, { ...BASE, ...changes }, random, size), 90)
}
