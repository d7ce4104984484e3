import { qrMatrix } from '../../../packages/paper/src/index.ts'
import { between, type Random } from '../frames/random.ts'
import type { Grey } from '../src/decode/grey.ts'

const LARGEST = 900

/** An image that nobody meant to be read, of any size: noise, ramps, checks, finder patterns, or a broken code. */
export function randomImage(random: Random): Grey {
  const [width, height] = [sizeOf(random), sizeOf(random)]
  const kind = kinds[Math.floor(random() * kinds.length)] ?? noise
  const level = kind(random)
  const levels = new Uint8Array(width * height)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) levels[at] = level(x, y)
  }
  return { width, height, levels }
}

/** A level for each place. */
type Pattern = (x: number, y: number) => number

/** Mostly as a camera's frame, at times one pixel wide. */
function sizeOf(random: Random): number {
  return random() < 0.1 ? 1 + Math.floor(random() * 8) : 40 + Math.floor(random() * (LARGEST - 40))
}

function noise(random: Random): Pattern {
  const light = random()
  return () => (random() < light ? 255 * random() : 0)
}

function ramps(random: Random): Pattern {
  const [across, down, turn] = [between(random, -2, 2), between(random, -2, 2), between(random, 1, 60)]
  return (x, y) => 128 + 127 * Math.sin((across * x + down * y) / turn)
}

function checks(random: Random): Pattern {
  const [step, lean] = [between(random, 0.6, 30), between(random, -1, 1)]
  return (x, y) => ((Math.floor((x + lean * y) / step) + Math.floor(y / step)) % 2 === 0 ? 20 : 235)
}

/** Squares in squares everywhere, as at the corners of QR codes and in the middle of Aztec codes. */
function finders(random: Random): Pattern {
  const [module, period] = [between(random, 1, 9), 5 + Math.floor(random() * 30)]
  const rings = [0, 0, 1, 0, random() < 0.5 ? 1 : 0]
  return (x, y) => {
    const [column, row] = [Math.floor(x / module) % period, Math.floor(y / module) % period]
    const ring = Math.max(Math.abs(column - 4), Math.abs(row - 4))
    return (rings[ring] ?? 1) === 0 ? 0 : 255
  }
}

/** A code whose modules are turned over here and there, too many to be put right. */
function broken(random: Random): Pattern {
  const { size, modules } = qrMatrix('HC1:BROKEN '.repeat(1 + Math.floor(random() * 60)))
  const share = between(random, 0.35, 0.65)
  const turned = modules.map((module) => (random() < share ? 1 - module : module))
  const kept = (at: number) => (random() < 0.9 ? (turned[at] ?? 0) : (modules[at] ?? 0))
  const mixed = turned.map((_, at) => kept(at))
  const module = between(random, 1, 8)
  return (x, y) => {
    const [column, row] = [Math.floor(x / module) - 4, Math.floor(y / module) - 4]
    const isInside = column >= 0 && row >= 0 && column < size && row < size
    return isInside && mixed[row * size + column] === 1 ? 0 : 255
  }
}

const kinds: readonly ((random: Random) => Pattern)[] = [noise, ramps, checks, finders, broken]
