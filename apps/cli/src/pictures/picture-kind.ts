import { Fault } from '@vaxcert/core'

/** Why a picture gives no text. */
export type PictureCode = 'picture.unreadable' | 'picture.too-large' | 'picture.too-slow' | 'picture.no-code'

export type PictureKind = 'png' | 'jpeg'

/** What the head of a picture says of it. */
export interface PictureSize {
  readonly kind: PictureKind
  readonly width: number
  readonly height: number
}

/** Most pixels of a picture that is looked at: 4096 × 4096, a third more than most telephones take. */
const MAX_PIXELS = 2 ** 24

/** @throws Fault `picture.unreadable` without an area, `picture.too-large` with too large a one */
export function checkArea({ width, height }: PictureSize): void {
  if (width === 0 || height === 0) throw unreadable('it has no area')
  if (width * height > MAX_PIXELS) throw tooLarge('too many pixels')
}

/** What is not a whole PNG or JPEG. */
export function unreadable(detail: string, cause?: unknown): Fault<PictureCode> {
  return new Fault('picture.unreadable', detail, { cause })
}

/** What would take too much memory, or surely too much time. */
export function tooLarge(detail: string, cause?: unknown): Fault<PictureCode> {
  return new Fault('picture.too-large', detail, { cause })
}

/** What has taken too much time. */
export function tooSlow(): Fault<PictureCode> {
  return new Fault('picture.too-slow', 'the time for it is over')
}
