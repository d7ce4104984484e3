import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlainCbor, readShortest, writeShortest } from '../../src/cose/cbor-shortest.ts'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { codeOf } from '../faults.ts'
import { bytes } from './hex.ts'

const read = (input: Uint8Array): PlainCbor => readShortest(input, { code: 'list.shape' })

const leaf = fc.oneof(fc.maxSafeInteger(), fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 }))
const plain = fc.letrec<{ item: PlainCbor }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('item'), { maxLength: 30 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie('item')), {
        maxLength: 8,
        selector: ([key]) => `${typeof key} ${key}`,
      })
      .map((entries) => new Map(entries)),
  ),
})).item

describe('CBOR of which no byte could be otherwise', () => {
  it('is read as it was written', () => {
    fc.assert(fc.property(plain, (value) => void expect(read(writeShortest(value))).toEqual(value)))
  })

  it('is what cbor-x writes of it, numbers below 2^32', () => {
    const small = fc.array(fc.oneof(fc.integer(), fc.string(), fc.uint8Array()))
    fc.assert(fc.property(small, (value) => void expect(writeShortest(value)).toEqual(writeCbor(value))))
  })

  it('writes the edges of each length', () => {
    expect(
      writeShortest([23, 24, 255, 256, 65_535, 65_536, 0xffff_ffff, 0x1_0000_0000, Number.MAX_SAFE_INTEGER]),
    ).toEqual(bytes('8917181818ff19010019ffff1a000100001affffffff1b00000001000000001b001fffffffffffff'))
  })

  it.each([
    ['1 in two bytes', '1801'],
    ['256 in five bytes', '1a00000100'],
    ['a text with a long head', '780161'],
    ['bytes with a long head', '580100'],
    ['an array with a long head', '980101'],
    ['a map with a long head', 'b8010101'],
    ['an indefinite array', '9f01ff'],
    ['an indefinite map', 'bf0101ff'],
    ['indefinite bytes', '5f4101ff'],
    ['an indefinite text', '7f6161ff'],
    ['1.0 in three bytes', 'f93c00'],
    ['256.0 in three bytes', 'f95c00'],
    ['2^40 as a float of four bytes', 'fa53800000'],
    ['minus zero', 'f98000'],
    ['a half', 'f93800'],
    ['true', 'f5'],
    ['null', 'f6'],
    ['undefined', 'f7'],
    ['a tag', 'c101'],
    ['an array with null', '81f6'],
    ['a byte after it', '0100'],
    ['nothing', ''],
  ])('refuses %s', (_, hex) => {
    expect(codeOf(() => read(bytes(hex)))).toBe('list.shape')
  })

  it('reads any bytes to a value that is them, or refuses', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (input) => {
        let value: PlainCbor | undefined
        try {
          value = read(input)
        } catch {
          return
        }
        expect(writeShortest(value)).toEqual(input)
      }),
      { numRuns: 2000 },
    )
  })

  it('is not written of numbers that are not whole', () => {
    for (const number of [0.5, -0, Number.NaN, 2 ** 53]) expect(() => writeShortest([number])).toThrow(TypeError)
  })
})
