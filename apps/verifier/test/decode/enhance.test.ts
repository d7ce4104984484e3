import { describe, expect, it } from 'vitest'
import { enhance, enlarge, halve, sharpen, withinBounds } from '../../src/decode/enhance.ts'
import { type Grey, greyOf, pgmOf } from '../../src/decode/grey.ts'

const flat = (width: number, height: number, level: number): Grey => ({
  width,
  height,
  levels: new Uint8Array(width * height).fill(level),
})

describe('enlarging', () => {
  it('keeps a flat picture flat', () => {
    expect(enlarge(flat(7, 5, 90), 1.5)).toEqual(flat(10, 7, 90))
  })

  it('goes evenly from one level to the next', () => {
    const { levels } = enlarge({ width: 2, height: 1, levels: Uint8Array.of(0, 100) }, 2)
    expect(Array.from(levels)).toEqual([0, 25, 75, 100, 0, 25, 75, 100])
  })
})

describe('sharpening', () => {
  it.each([0, 90, 255])('leaves flat ground alone: %i', (level) => {
    expect(sharpen(flat(20, 9, level), 3, 3)).toEqual(flat(20, 9, level))
  })

  it('draws an edge apart', () => {
    const edge: Grey = {
      width: 12,
      height: 12,
      levels: Uint8Array.from({ length: 144 }, (_, at) => (at % 12 < 6 ? 100 : 140)),
    }
    const { levels } = sharpen(edge, 2, 2)
    expect(levels[5]).toBeLessThan(100)
    expect(levels[6]).toBeGreaterThan(140)
    expect(levels[0]).toBe(100)
  })

  it('is the mean of means over a square, to a level', () => {
    const grey: Grey = { width: 9, height: 8, levels: Uint8Array.from({ length: 72 }, (_, at) => (at * 37) % 200) }
    const { levels } = sharpen(grey, 2, 0.5)
    for (const [at, level] of levels.entries())
      expect(Math.abs(level - slowly(grey, at, 2, 0.5))).toBeLessThanOrEqual(1.1)
  })

  it('works on pictures smaller than its radius', () => {
    expect(enhance(flat(1, 1, 7))).toEqual(flat(1, 1, 7))
    expect(enhance(flat(2, 1, 7))).toEqual(flat(3, 1, 7))
  })
})

/** The definition, without running sums. */
function slowly({ width, height, levels }: Grey, at: number, radius: number, amount: number): number {
  const level = (x: number, y: number) =>
    levels[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0
  const mean = (of: (x: number, y: number) => number) => (x: number, y: number) => {
    let sum = 0
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1) sum += of(x + dx, y + dy)
    return sum / (2 * radius + 1) ** 2
  }
  const clamp = (of: (x: number, y: number) => number) => (x: number, y: number) =>
    of(Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y)))
  const soft = mean(clamp(mean(level)))(at % width, Math.floor(at / width))
  const own = levels[at] ?? 0
  return Math.min(255, Math.max(0, own + amount * (own - soft)))
}

describe('halving', () => {
  it('takes the mean of four', () => {
    expect(halve({ width: 2, height: 2, levels: Uint8Array.of(0, 100, 100, 200) }).levels).toEqual(Uint8Array.of(100))
  })

  it.each([
    [1, 9],
    [9, 1],
    [1, 1],
  ])('never falls to nothing: %i by %i', (width, height) => {
    const { levels } = halve(flat(width, height, 80))
    expect(new Set(levels)).toEqual(new Set([80]))
  })

  it('goes on until a picture can be enhanced', () => {
    const { width, height } = withinBounds(flat(4000, 3000, 0))
    expect([width, height]).toEqual([1000, 750])
  })
})

describe('grey', () => {
  it('weighs colours as eyes do, on white paper', () => {
    const data = Uint8ClampedArray.of(255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0)
    expect(Array.from(greyOf({ width: 4, height: 1, data }).levels)).toEqual([255, 0, 150, 255])
  })

  it('is written as a binary PGM', () => {
    expect(new TextDecoder().decode(pgmOf({ width: 3, height: 1, levels: Uint8Array.of(65, 66, 67) }))).toBe(
      'P5 3 1 255\nABC',
    )
  })
})
