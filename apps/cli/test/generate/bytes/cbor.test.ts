import { readCbor, writeCbor } from '@vaxcert/core/cose'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  array,
  bytes,
  type Encodable,
  float64,
  hexItem,
  int,
  json,
  map,
  tag,
  text,
  wideHead,
} from '../../../generate/bytes/cbor.ts'
import { writeHex } from '../../../generate/bytes/hex.ts'

describe('CBOR by hand', () => {
  it.each([
    [int(0), '00'],
    [int(23), '17'],
    [int(24), '1818'],
    [int(1000), '1903e8'],
    [int(1_000_000), '1a000f4240'],
    [int(1_000_000_000_000), '1b000000e8d4a51000'],
    [int(-1), '20'],
    [int(-260), '390103'],
    [bytes(Uint8Array.of(1, 2, 3, 4)), '4401020304'],
    [text('ü'), '62c3bc'],
    [array(int(1), array(int(2), int(3))), '8201820203'],
    [map([[int(1), int(2)]]), 'a10102'],
    [tag(18, int(0)), 'd200'],
    [tag(61, int(0)), 'd83d00'],
    [tag(55799, int(0)), 'd9d9f700'],
    [float64(1.1), 'fb3ff199999999999a'],
    [wideHead(0, 1, 1), '1801'],
    [wideHead(4, 4, 2), '990004'],
    [wideHead(0, 1, 8), '1b0000000000000001'],
    [json([null, true, false, '', 1.5]), '85f6f5f460fb3ff8000000000000'],
    [hexItem('f97e00'), 'f97e00'],
  ])('is the example of RFC 8949: %#', (item, expected) => {
    expect(writeHex(item)).toBe(expected)
  })

  it('of JSON is what the library writes', () => {
    const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 })
    const value = fc.letrec<{ tree: Encodable }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, false),
        number,
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).tree
    fc.assert(
      fc.property(value, (tree) => {
        expect(json(tree)).toEqual(new Uint8Array(writeCbor(tree)))
      }),
    )
  })

  it('writes a key twice where it is told to, which the library refuses to read', () => {
    const twice = map([
      [int(1), int(1)],
      [int(1), int(2)],
    ])
    expect(writeHex(twice)).toBe('a201010102')
    expect(() => readCbor(twice, { code: 'claims.shape' })).toThrow('duplicate')
  })

  it('takes hex only where hex is asked for', () => {
    expect(() => hexItem('0g')).toThrow(TypeError)
    expect(() => hexItem('000')).toThrow(TypeError)
  })
})
