/** A part of a picture, in its pixels. */
export interface Tile {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** As large as what is sharpened without being made smaller first. */
const SIDE = 1_300

/** Tiles overlap by more than any code that is too large for the look at the whole to miss. */
const STEP = 700

/** Overlapping parts that cover a picture, those in its middle first; none where it is hardly larger than one. */
export function tilesOf(width: number, height: number): readonly Tile[] {
  if (Math.max(width, height) <= SIDE) return []
  const [wide, high] = [Math.min(SIDE, width), Math.min(SIDE, height)]
  const tiles = placesIn(height, high).flatMap((top) =>
    placesIn(width, wide).map((left): Tile => ({ left, top, width: wide, height: high })),
  )
  const fromMiddle = ({ left, top }: Tile) => Math.hypot(2 * left + wide - width, 2 * top + high - height)
  return tiles.toSorted((a, b) => fromMiddle(a) - fromMiddle(b))
}

/** Where parts of this length begin, evenly from one end to the other. */
function placesIn(whole: number, part: number): readonly number[] {
  const steps = Math.ceil((whole - part) / STEP)
  return Array.from({ length: steps + 1 }, (_, at) => (steps === 0 ? 0 : Math.round((at * (whole - part)) / steps)))
}
