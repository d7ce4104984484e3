import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enlarged, sharpened } from '../../src/pictures/sharpening.ts'

const pictures = fc
  .record({ width: fc.integer({ min: 1, max: 20 }), height: fc.integer({ min: 1, max: 20 }), seed: fc.nat() })
  .map(({ width, height, seed }) => ({
    width,
    height,
    values: Uint8ClampedArray.from({ length: width * height }, (_, at) => (Math.imul(at + 1, seed) >>> 7) & 0xff),
  }))

describe('enlarged', () => {
  it('keeps every value between those of the picture', () => {
    fc.assert(
      fc.property(pictures, fc.double({ min: 1, max: 3, noNaN: true }), (picture, factor) => {
        const larger = enlarged(picture, factor)
        expect(larger.width).toBe(Math.round(picture.width * factor))
        expect(larger.values).toHaveLength(larger.width * larger.height)
        expect(Math.min(...larger.values)).toBeGreaterThanOrEqual(Math.min(...picture.values))
        expect(Math.max(...larger.values)).toBeLessThanOrEqual(Math.max(...picture.values))
      }),
    )
  })

  it('leaves the picture alone at a factor of one', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(enlarged(picture, 1)).toEqual(picture)
      }),
    )
  })

  it('goes from one value to the next in even steps', () => {
    const ramp = { width: 2, height: 1, values: Uint8ClampedArray.of(0, 210) }
    expect(Array.from(enlarged(ramp, 3).values.subarray(0, 6))).toEqual([0, 0, 70, 140, 210, 210])
  })
})

describe('sharpened', () => {
  it('leaves an even picture alone', () => {
    const even = { width: 9, height: 5, values: new Uint8ClampedArray(45).fill(130) }
    expect(sharpened(even, 2, 3)).toEqual(even)
  })

  it('makes an edge steeper', () => {
    const values = Uint8ClampedArray.from(
      { length: 400 },
      (_, at) => [60, 60, 60, 110, 140, 190, 190, 190][at % 8] ?? 0,
    )
    const { values: sharp } = sharpened({ width: 8, height: 50, values }, 2, 2)
    expect((sharp[5] ?? 0) - (sharp[2] ?? 0)).toBeGreaterThan(190 - 60)
  })

  it('never depends on how a picture is turned', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const apart = turned(sharpened(turned(picture), 1, 1)).values.map((value, at) => {
          return Math.abs(value - (sharpened(picture, 1, 1).values[at] ?? 0))
        })
        expect(Math.max(...apart)).toBeLessThanOrEqual(2)
      }),
    )
  })
})

function turned({ width, height, values }: { width: number; height: number; values: Uint8ClampedArray }) {
  const swapped = values.map((_, at) => values[(at % height) * width + Math.floor(at / height)] ?? 0)
  return { width: height, height: width, values: swapped }
}
