/** A place in a picture, from 0, 0 at its top left to 1, 1. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** What is known of a video that fills its box and is cut off at two sides (`object-fit: cover`). */
export interface ShownVideo {
  readonly box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>
  readonly width: number
  readonly height: number
  readonly isMirrored: boolean
}

/** Which place of the camera's picture lies under a point of the page. */
export function placeUnder(x: number, y: number, { box, width, height, isMirrored }: ShownVideo): Place {
  const scale = Math.max(box.width / width, box.height / height)
  const across = partOf(x - box.left, box.width, width * scale)
  return { x: isMirrored ? 1 - across : across, y: partOf(y - box.top, box.height, height * scale) }
}

/** The middle where nothing is shown yet. */
function partOf(way: number, box: number, shown: number): number {
  const part = (way - box / 2) / shown + 0.5
  return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0.5
}
