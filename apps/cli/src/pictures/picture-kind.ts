import { Fault } from '@vaxcert/core'

/** Why a picture gives no text. */
export type PictureCode = 'picture.unreadable' | 'picture.too-large' | 'picture.no-code'

/** What the head of a picture says of it. */
export interface PictureSize {
  readonly kind: 'png' | 'jpeg'
  readonly width: number
  readonly height: number
}

/** Most pixels of a picture that is looked at. */
const MAX_PIXELS = 25_000_000

/** @throws Fault `picture.unreadable` without an area, `picture.too-large` with too large a one */
export function checkArea({ width, height }: PictureSize): void {
  if (width === 0 || height === 0) throw unreadable('it has no area')
  if (width * height > MAX_PIXELS) throw tooLarge('too many pixels')
}

/** What is not a whole PNG or JPEG. */
export function unreadable(detail: string, cause?: unknown): Fault<PictureCode> {
  return new Fault('picture.unreadable', detail, { cause })
}

/** What would take too much time or memory. */
export function tooLarge(detail: string): Fault<PictureCode> {
  return new Fault('picture.too-large', detail)
}
