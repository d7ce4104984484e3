import { between, type Random } from './random.ts'

/** How light a sheet is at a place, 0 to 1; undefined beside it. Units are modules; the origin is the code's middle. */
export type Sheet = (x: number, y: number) => number | undefined

/** A code's modules, row by row, 1 = dark. */
export interface Modules {
  readonly size: number
  readonly modules: Uint8Array
}

const QUIET = 4
const MARGIN = 12
/** Height of a printed line and of the white below it. */
const LINE = 3
const LINE_STEP = 7

/** White paper with a code in its quiet zone, and lines of print above and below. */
export function paperWith({ size, modules }: Modules, random: Random): Sheet {
  const half = size / 2
  const quiet = half + QUIET
  const side = quiet + MARGIN
  const height = half * 1.6 + QUIET + MARGIN
  const widths = Array.from({ length: 64 }, () => between(random, 0.4, 0.95))
  return (x, y) => {
    if (Math.abs(x) < half && Math.abs(y) < half) {
      return 1 - (modules[Math.floor(y + half) * size + Math.floor(x + half)] ?? 0)
    }
    if (Math.abs(x) > side || Math.abs(y) > height) return undefined
    if (Math.abs(x) < quiet && Math.abs(y) < quiet) return 1
    return printed(x, y, half, widths) ? 0.15 : 1
  }
}

/** Words as dark dashes between the paper's margins. */
function printed(x: number, y: number, half: number, widths: readonly number[]): boolean {
  if (Math.abs(y) < half + QUIET + 2) return false
  const line = Math.floor(y / LINE_STEP)
  const width = widths[Math.abs(line) % widths.length] ?? 0
  const place = x + half
  if (y - line * LINE_STEP > LINE || place < 0 || place > 2 * half * width) return false
  return (Math.floor(place / 1.3) * 7 + line * 13) % 11 > 2 && place % 1.3 < 0.9
}

/** The same paper with the code cut off in its middle, so that none can be read. */
export function tornPaper(modules: Modules, random: Random): Sheet {
  const whole = paperWith(modules, random)
  return (x, y) => (x > y * 0.2 - modules.size * 0.05 ? undefined : whole(x, y))
}

/** Paper without a code. */
export function letter(random: Random): Sheet {
  return paperWith({ size: 90, modules: new Uint8Array(90 * 90) }, random)
}

/** A checked cloth: many corners that look like parts of a code. */
export function checkedCloth(random: Random): Sheet {
  const step = between(random, 1, 6)
  return (x, y) => ((Math.floor(x / step) + Math.floor(y / step)) % 2 === 0 ? 0.1 : 0.9)
}
