import type { Brightness } from './brightness.ts'

/** A row or a column of pixels. */
interface Line {
  readonly start: number
  readonly step: number
  readonly length: number
}

/** A picture `factor` times as wide and as high, by linear interpolation. */
export function enlarged({ width, height, values }: Brightness, factor: number): Brightness {
  const wider = Math.round(width * factor)
  const higher = Math.round(height * factor)
  const wide = new Uint8ClampedArray(wider * height)
  const whole = new Uint8ClampedArray(wider * higher)
  for (let y = 0; y < height; y += 1) stretch(values, row(y, width), wide, row(y, wider))
  for (let x = 0; x < wider; x += 1) stretch(wide, column(x, wider, height), whole, column(x, wider, higher))
  return { width: wider, height: higher, values: whole }
}

/** A picture whose differences from its own blur, over `radius` pixels, are added `amount` times (unsharp mask). */
export function sharpened(picture: Brightness, radius: number, amount: number): Brightness {
  const blurred = blur(blur(picture, radius), radius)
  const values = picture.values.map((value, at) => value + amount * (value - (blurred.values[at] ?? 0)))
  return { ...picture, values }
}

/** The mean of each square of 2 · radius + 1 pixels, first along the rows, then along the columns. */
function blur({ width, height, values }: Brightness, radius: number): Brightness {
  const half = new Uint8ClampedArray(values.length)
  const whole = new Uint8ClampedArray(values.length)
  for (let y = 0; y < height; y += 1) average(values, half, row(y, width), radius)
  for (let x = 0; x < width; x += 1) average(half, whole, column(x, width, height), radius)
  return { width, height, values: whole }
}

function row(y: number, width: number): Line {
  return { start: y * width, step: 1, length: width }
}

function column(x: number, width: number, height: number): Line {
  return { start: x, step: width, length: height }
}

function stretch(from: Uint8ClampedArray, short: Line, to: Uint8ClampedArray, long: Line): void {
  const ratio = short.length / long.length
  for (let index = 0; index < long.length; index += 1) {
    const at = Math.min(Math.max((index + 0.5) * ratio - 0.5, 0), short.length - 1)
    const before = Math.floor(at)
    const left = from[short.start + before * short.step] ?? 0
    const right = from[short.start + Math.min(before + 1, short.length - 1) * short.step] ?? 0
    to[long.start + index * long.step] = left + (right - left) * (at - before)
  }
}

/** Running means along a line; beyond its ends there is nothing to count. */
function average(from: Uint8ClampedArray, to: Uint8ClampedArray, { start, step, length }: Line, radius: number): void {
  let sum = 0
  let count = 0
  for (let index = -radius; index < length; index += 1) {
    const entering = index + radius
    const leaving = index - radius - 1
    if (entering < length) {
      sum += from[start + entering * step] ?? 0
      count += 1
    }
    if (leaving >= 0) {
      sum -= from[start + leaving * step] ?? 0
      count -= 1
    }
    if (index >= 0) to[start + index * step] = sum / count
  }
}
