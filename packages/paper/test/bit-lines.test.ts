import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eightModules, emptyLines, packLines, unpackRows, xorLines } from '../src/bit-lines.ts'

const squares = fc.integer({ min: 1, max: 100 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    modules: fc.uint8Array({ minLength: size * size, maxLength: size * size, max: 1 }),
  }),
)

function transposed(modules: Uint8Array, size: number): Uint8Array {
  return modules.map((_, at) => modules[(at % size) * size + Math.floor(at / size)] ?? 0)
}

describe('bit lines', () => {
  it('unpack to what was packed', () => {
    fc.assert(
      fc.property(squares, ({ size, modules }) => {
        expect(Buffer.compare(unpackRows(packLines(modules, size)), modules)).toBe(0)
      }),
    )
  })

  it('hold as columns the rows of the transposed square', () => {
    fc.assert(
      fc.property(squares, ({ size, modules }) => {
        expect(packLines(modules, size).columns).toEqual(packLines(transposed(modules, size), size).rows)
      }),
    )
  })

  it('undo an exclusive or by doing it again', () => {
    fc.assert(
      fc.property(squares, ({ size, modules }) => {
        const lines = packLines(modules, size)
        const other = packLines(transposed(modules, size), size)
        const both = emptyLines(size)
        xorLines(both, lines, other)
        xorLines(both, both, other)
        expect(both).toEqual(lines)
      }),
    )
  })

  it('give eight modules with the leftmost lowest, and light ones beyond the edge', () => {
    const modules = new Uint8Array(11 * 11)
    modules.set([1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1], 22)
    const lines = packLines(modules, 11)
    expect(eightModules(lines, 0, 2)).toBe(0b01000001)
    expect(eightModules(lines, 8, 2)).toBe(0b110)
    expect(eightModules(lines, 0, 1)).toBe(0)
  })
})
