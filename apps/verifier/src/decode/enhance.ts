import type { Grey } from './grey.ts'

/** Sharpening enlarges: beyond these many pixels it works on a smaller copy. */
const MOST_TO_ENHANCE = 1_700_000

/**
 * A picture enlarged and its edges drawn out: what blur took from small modules comes back. Factor, radius and amount
 * are the best of those measured for their cost.
 */
export function enhance(grey: Grey): Grey {
  return sharpen(enlarge(grey, 1.5), 3, 3)
}

/** The same at twice the size and twice the cost: reads some of what is left. */
export function enhanceMore(grey: Grey): Grey {
  return sharpen(enlarge(grey, 2), 4, 3)
}

/** The picture, or a copy small enough to be enhanced in bounded time and memory. */
export function withinBounds(grey: Grey): Grey {
  return grey.width * grey.height > MOST_TO_ENHANCE ? withinBounds(halve(grey)) : grey
}

/** Bilinear. */
export function enlarge({ width, height, levels }: Grey, factor: number): Grey {
  const [wide, high] = [Math.floor(width * factor), Math.floor(height * factor)]
  const enlarged = new Uint8Array(wide * high)
  const { left, right, part } = columnsOf(wide, width, factor)
  for (let y = 0, at = 0; y < high; y += 1) {
    const place = Math.min(height - 1, Math.max(0, (y + 0.5) / factor - 0.5))
    const above = Math.floor(place)
    const upper = above * width
    const lower = Math.min(height - 1, above + 1) * width
    for (let x = 0; x < wide; x += 1, at += 1) {
      const l = left[x] ?? 0
      const r = right[x] ?? 0
      const across = part[x] ?? 0
      const top = (levels[upper + l] ?? 0) * (1 - across) + (levels[upper + r] ?? 0) * across
      const bottom = (levels[lower + l] ?? 0) * (1 - across) + (levels[lower + r] ?? 0) * across
      enlarged[at] = top + (bottom - top) * (place - above) + 0.5
    }
  }
  return { width: wide, height: high, levels: enlarged }
}

function columnsOf(wide: number, width: number, factor: number) {
  const places = Float64Array.from({ length: wide }, (_, x) =>
    Math.min(width - 1, Math.max(0, (x + 0.5) / factor - 0.5)),
  )
  const left = Int32Array.from(places, Math.floor)
  return { left, right: left.map((x) => Math.min(width - 1, x + 1)), part: places.map((place) => place % 1) }
}

/** Unsharp mask: each level moved away from the mean of the means around it. */
export function sharpen({ width, height, levels }: Grey, radius: number, amount: number): Grey {
  const soft = boxMean(boxMean(inShares(levels), width, height, radius), width, height, radius)
  const sharp = new Uint8ClampedArray(levels.length)
  for (let at = 0; at < levels.length; at += 1) {
    const level = levels[at] ?? 0
    sharp[at] = level + amount * (level - (soft[at] ?? 0) / 256)
  }
  return { width, height, levels: new Uint8Array(sharp.buffer) }
}

/** Levels in 256ths, so that no mean is rounded away. */
function inShares(levels: Uint8Array): Uint16Array {
  const shares = new Uint16Array(levels.length)
  for (let at = 0; at < levels.length; at += 1) shares[at] = (levels[at] ?? 0) << 8
  return shares
}

/** The mean over the square around each pixel, by running sums in 256ths; edges repeat. */
function boxMean(levels: Uint16Array, width: number, height: number, radius: number): Uint16Array {
  return meanOfColumns(meanOfRows(levels, width, height, radius), width, height, radius)
}

function meanOfRows(levels: Uint16Array, width: number, height: number, radius: number): Uint16Array {
  const means = new Uint16Array(levels.length)
  const share = 1 / (2 * radius + 1)
  for (let start = 0; start < height * width; start += width) {
    const last = start + width - 1
    let sum = (levels[start] ?? 0) * (radius + 1)
    for (let ahead = 1; ahead <= radius; ahead += 1) sum += levels[Math.min(last, start + ahead)] ?? 0
    for (let at = start; at <= last; at += 1) {
      means[at] = sum * share
      sum += (levels[Math.min(last, at + radius + 1)] ?? 0) - (levels[Math.max(start, at - radius)] ?? 0)
    }
  }
  return means
}

/** Row after row with a sum for each column, as memory likes it. */
function meanOfColumns(levels: Uint16Array, width: number, height: number, radius: number): Uint16Array {
  const means = new Uint16Array(levels.length)
  const share = 1 / (2 * radius + 1)
  const rowAt = (y: number) => Math.min(height - 1, Math.max(0, y)) * width
  const sums = new Int32Array(width)
  for (let y = -radius; y <= radius; y += 1) addRow(sums, levels, rowAt(y), 1)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) means[at] = (sums[x] ?? 0) * share
    addRow(sums, levels, rowAt(y + radius + 1), 1)
    addRow(sums, levels, rowAt(y - radius), -1)
  }
  return means
}

function addRow(sums: Int32Array, levels: Uint16Array, from: number, sign: 1 | -1): void {
  for (let x = 0; x < sums.length; x += 1) sums[x] = (sums[x] ?? 0) + sign * (levels[from + x] ?? 0)
}

/** Half the size, each pixel the mean of four. */
export function halve({ width, height, levels }: Grey): Grey {
  const [wide, high] = [Math.max(1, width >> 1), Math.max(1, height >> 1)]
  const halved = new Uint8Array(wide * high)
  for (let y = 0, at = 0; y < high; y += 1) {
    const upper = 2 * y * width
    const lower = Math.min(height - 1, 2 * y + 1) * width
    for (let x = 0; x < wide; x += 1, at += 1) {
      const [left, right] = [2 * x, Math.min(width - 1, 2 * x + 1)]
      const sum = (levels[upper + left] ?? 0) + (levels[upper + right] ?? 0)
      halved[at] = (sum + (levels[lower + left] ?? 0) + (levels[lower + right] ?? 0) + 2) >> 2
    }
  }
  return { width: wide, height: high, levels: halved }
}
