import { describe, expect, it } from 'vitest'
import { adler32 } from '../../src/dcc/adler32.ts'
import { inflate, MAX_INFLATED_BYTES } from '../../src/dcc/zlib.ts'
import { codeOf } from '../faults.ts'
import { code, concat, fixedBlock, header, pack, stored, zlib } from './zlib-builder.ts'
import { same } from './zlib-mutants.ts'
import { readableStreams } from './zlib-readable.ts'
import { refusedStreams } from './zlib-refused.ts'

const utf8 = new TextEncoder()

describe('a zlib stream is read:', () => {
  it.each(readableStreams)('$about', ({ bytes, plain }) => {
    expect(same(inflate(bytes), plain)).toBe(true)
  })

  it('as a view into a larger buffer', () => {
    const bytes = zlib(fixedBlock(true, 72, 67, 49), utf8.encode('HC1'))
    const view = concat(header(), bytes, header()).subarray(2, -2)
    expect(inflate(view)).toEqual(utf8.encode('HC1'))
  })

  it('up to the limit it is given', () => {
    const plain = new Uint8Array(40_000).fill(65)
    expect(same(inflate(zlib(stored(true, plain), plain), 40_000), plain)).toBe(true)
    expect(codeOf(() => inflate(zlib(stored(true, plain), plain), 39_999))).toBe('text.too-large')
    expect(codeOf(() => inflate(zlib(fixedBlock(true, 65), utf8.encode('A')), 0))).toBe('text.too-large')
    expect(inflate(zlib(fixedBlock(true)), 0)).toEqual(new Uint8Array(0))
  })

  it('with a distance of 32768, the greatest there is', () => {
    const far = Uint8Array.from({ length: 32768 }, (_, i) => i >> 7)
    const match = pack(fixedBlock(true, 257, code(29, 5) + '1'.repeat(13)))
    const plain = concat(far, far.subarray(0, 3))
    expect(same(inflate(zlib(concat(stored(false, far), match), plain), 65536), plain)).toBe(true)
  })

  it('into memory of its own', () => {
    const first = inflate(zlib(fixedBlock(true, 65), utf8.encode('A')))
    inflate(zlib(fixedBlock(true, 66), utf8.encode('B')))
    expect(first).toEqual(utf8.encode('A'))
    expect(first.buffer.byteLength).toBe(1)
  })
})

describe('a zlib stream is refused:', () => {
  it.each(refusedStreams)('$about', ({ bytes, code }) => {
    expect(codeOf(() => inflate(bytes))).toBe(code)
  })

  it('wherever it is cut off', () => {
    for (const { bytes, about } of readableStreams.filter(({ bytes }) => bytes.length < 2000)) {
      for (let length = 0; length < bytes.length; length++) {
        expect(
          codeOf(() => inflate(bytes.subarray(0, length))),
          `${about}, cut to ${length}`,
        ).toBe('text.zlib')
      }
    }
  })

  it('and leaves nothing behind for the next one', () => {
    const distance = zlib(fixedBlock(true, 257, '00000'))
    inflate(zlib(stored(true, new Uint8Array(MAX_INFLATED_BYTES).fill(1)), new Uint8Array(MAX_INFLATED_BYTES).fill(1)))
    expect(codeOf(() => inflate(distance))).toBe('text.zlib')
  })
})

describe('Adler-32', () => {
  it.each([
    ['', 1],
    ['a', 0x00620062],
    ['Wikipedia', 0x11e60398],
  ])('of %j', (text, sum) => {
    expect(adler32(utf8.encode(text))).toBe(sum)
  })

  it('stays exact over the largest sums', () => {
    const bytes = new Uint8Array(100_003).fill(255)
    let a = 1n
    let b = 0n
    for (const byte of bytes) {
      a = (a + BigInt(byte)) % 65521n
      b = (b + a) % 65521n
    }
    expect(adler32(bytes)).toBe(Number((b << 16n) | a))
  })
})
