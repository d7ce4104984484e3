import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packLines } from '../src/bit-lines.ts'
import { penalty } from '../src/penalty.ts'
import { isoPenalty } from './iso-penalty.ts'

const sizes = Array.from({ length: 40 }, (_, index) => 21 + 4 * index)

/** A square whose modules are dark with one of several likelihoods, so that runs of all lengths occur. */
function squares(size: number): fc.Arbitrary<Uint8Array> {
  return fc.tuple(fc.integer(), fc.constantFrom(0.1, 0.3, 0.5, 0.7, 0.95)).map(([seed, share]) => {
    let state = seed
    return Uint8Array.from({ length: size * size }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32 < share ? 1 : 0
    })
  })
}

describe('penalty', () => {
  it.each(sizes)('is the penalty of the standard for squares of %i', (size) => {
    fc.assert(
      fc.property(squares(size), (modules) => {
        expect(penalty(packLines(modules, size))).toBe(isoPenalty(modules, size))
      }),
      { numRuns: 4 },
    )
  })

  it.each([
    { name: 'all light', fill: 0 },
    { name: 'all dark', fill: 1 },
  ])('counts a symbol that is $name', ({ fill }) => {
    const modules = new Uint8Array(33 * 33).fill(fill)
    const runs = 2 * 33 * (3 + 28)
    expect(penalty(packLines(modules, 33))).toBe(runs + 3 * 32 * 32 + 10 * 10)
  })

  it.each(['10111010000', '00001011101'])('counts a finder pattern %s in a row and in a column', (pattern) => {
    const board = Uint8Array.from({ length: 21 * 21 }, (_, at) => (Math.floor(at / 21) + at) % 2)
    const inRow = Uint8Array.from(board)
    const inColumn = Uint8Array.from(board)
    for (const [index, bit] of Array.from(pattern).entries()) {
      inRow[10 * 21 + 5 + index] = Number(bit)
      inColumn[(5 + index) * 21 + 10] = Number(bit)
    }
    expect(penalty(packLines(inRow, 21))).toBe(isoPenalty(inRow, 21))
    expect(penalty(packLines(inColumn, 21))).toBe(isoPenalty(inColumn, 21))
    expect(penalty(packLines(inRow, 21))).toBeGreaterThanOrEqual(40)
  })

  it('never passes the limit from below: it is exact under it and at least the limit otherwise', () => {
    fc.assert(
      fc.property(squares(45), fc.nat(20_000), (modules, limit) => {
        const lines = packLines(modules, 45)
        const full = penalty(lines)
        const limited = penalty(lines, limit)
        if (full < limit) expect(limited).toBe(full)
        else expect(limited).toBeGreaterThanOrEqual(limit)
        expect(limited).toBeLessThanOrEqual(full)
      }),
    )
  })
})
