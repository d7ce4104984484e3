import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameContent } from '../../src/vectors/same-content.ts'

describe('sameContent', () => {
  it.each([
    [
      { a: 1, b: [{ c: 'x' }] },
      { b: [{ c: 'x' }], a: 1.0 },
    ],
    [{ a: null, b: undefined, c: 'x' }, { c: 'x' }],
    [{ a: ' x ' }, { a: 'x' }],
    [{ sc: '2021-06-01T10:00:00Z' }, { sc: '2021-06-01T12:00:00.000+02:00' }],
    [{ sc: '2021-06-01T10:00:00' }, { sc: '2021-06-01T10:00:00+00:00' }],
  ])('holds for one content written in two ways (%#)', (left, right) => {
    expect(sameContent(left, right)).toBe(true)
    expect(sameContent(right, left)).toBe(true)
  })

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: '1' }],
    [{ a: 1 }, { a: 1, b: 1 }],
    [
      { a: 1, b: undefined },
      { b: 1, a: undefined },
    ],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [[], {}],
    [{}, 'x'],
    [{ a: 'x' }, { a: 'X' }],
    [{ dt: '2021-06-01' }, { dt: '2021-06-01T00:00:00Z' }],
    [{ sc: '2021-06-01T10:00:00Z' }, { sc: '2021-06-01T10:00:00.001Z' }],
    [{ sc: '2021-06-01T10:00:00Z' }, { sc: '2021-06-01T10:00:00+02:00' }],
  ])('does not hold for two contents (%#)', (left, right) => {
    expect(sameContent(left, right)).toBe(false)
    expect(sameContent(right, left)).toBe(false)
  })

  it('is not misled by names that JavaScript knows', () => {
    const [left, right] = [JSON.parse('{"__proto__":{"a":1}}'), JSON.parse('{"__proto__":{"a":2}}')]
    expect(sameContent(left, left)).toBe(true)
    expect(sameContent(left, right)).toBe(false)
    expect(sameContent(left, {})).toBe(false)
    expect(sameContent({ toString: 'x' }, {})).toBe(false)
  })

  it('holds for any JSON and itself read again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameContent(value, JSON.parse(JSON.stringify(value)))).toBe(true)
      }),
    )
  })
})
