/** Grey levels row by row, 0 black to 255 white; not rounded until the frame is finished. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly levels: Float32Array
}

export function emptyPlane(width: number, height: number): Plane {
  return { width, height, levels: new Float32Array(width * height) }
}

/** A plane whose every level is made from the old one and its place. */
export function mapPlane(plane: Plane, change: (level: number, x: number, y: number) => number): Plane {
  const { width, height, levels } = plane
  const changed = emptyPlane(width, height)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) changed.levels[at] = change(levels[at] ?? 0, x, y)
  }
  return changed
}

/** Opaque pixels of a canvas, each level clamped and rounded. */
export function pixelsOf({ width, height, levels }: Plane): ImageData {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < levels.length; at += 1) {
    const level = Math.round(levels[at] ?? 0)
    data[at * 4] = level
    data[at * 4 + 1] = level
    data[at * 4 + 2] = level
    data[at * 4 + 3] = 255
  }
  return { data, width, height, colorSpace: 'srgb' } as ImageData
}

/** The square in the middle, as large as the frame allows: what the app hands to its decoder. */
export function centreSquare({ width, height, levels }: Plane): Plane {
  const side = Math.min(width, height)
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)]
  const square = emptyPlane(side, side)
  for (let y = 0; y < side; y += 1) {
    const from = (top + y) * width + left
    square.levels.set(levels.subarray(from, from + side), y * side)
  }
  return square
}
