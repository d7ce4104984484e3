import { type Level, qrMatrix } from '../../../packages/paper/src/index.ts'
import { BASE, type Condition } from '../frames/conditions.ts'
import { photograph } from '../frames/frame.ts'
import { jpegOf } from '../frames/jpeg.ts'
import { randomFrom } from '../frames/random.ts'
import type { FrameSize } from '../frames/scene.ts'
import { letter, type Modules, paperWith } from '../frames/sheet.ts'
import { type Symbology, sampleModules } from '../serve/sample-picture.ts'

/** Frames a second of a film, as Chromium plays it. */
const RATE = 30
const QUALITY = 90

/** One picture for some seconds, as a JPEG file. */
export interface Shot {
  readonly picture: Uint8Array
  readonly seconds: number
}

/** Shots one after another as Motion JPEG; a camera plays it again and again. */
export function filmOf(...shots: readonly Shot[]): Uint8Array {
  return Buffer.concat(shots.flatMap(({ picture, seconds }) => Array(Math.round(seconds * RATE)).fill(picture)))
}

/** What is not as in the middle of a table in good light. */
export interface PictureOptions extends Partial<Condition> {
  /** Error correction; default `Q`. */
  readonly level?: Level
  /** Default 1280 × 720. */
  readonly size?: FrameSize
}

/** A certificate on paper, as a camera sees it. Its version follows from text and level. */
export function pictureOf(text: string, { level = 'Q', ...options }: PictureOptions = {}): Uint8Array {
  return pictureOfModules(qrMatrix(text, { level }), options)
}

/** Any other code: of letters that certificates do not use, or an Aztec code. */
export async function pictureOfOther(text: string, symbology: Symbology): Promise<Uint8Array> {
  return pictureOfModules(await sampleModules(text, symbology))
}

/** A letter without a code on the same table. */
export function pictureOfNothing(changes: Partial<Condition> = {}): Uint8Array {
  const random = randomFrom('nothing')
  return jpegOf(photograph(letter(random), { ...BASE, ...changes }, random), QUALITY)
}

function pictureOfModules(modules: Modules, { size, ...changes }: Omit<PictureOptions, 'level'> = {}): Uint8Array {
  const random = randomFrom('film')
  return jpegOf(photograph(paperWith(modules, random), { ...BASE, ...changes }, random, size), QUALITY)
}
