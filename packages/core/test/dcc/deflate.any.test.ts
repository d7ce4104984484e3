import fc from 'fast-check'
import * as pako from 'pako'
import { describe, expect, it } from 'vitest'
import { deflate } from '../../src/dcc/deflate.ts'
import { inflate, MAX_INFLATED_BYTES } from '../../src/dcc/zlib.ts'
import { codeOf } from '../faults.ts'
import { fixedBlock, header, stored, zlib } from './zlib-builder.ts'
import { same } from './zlib-mutants.ts'

const utf8 = new TextEncoder()
const likeNearlyEveryIssuer = header(0x78, 0xc0)

/** Bytes without any three in a row that come twice: 0 1 2 … 250, 0 2 4 …, 0 3 6 …, all modulo a prime. */
const neverTwice = Uint8Array.from({ length: 250 * 250 }, (_, i) => ((i % 250) * (1 + Math.floor(i / 250))) % 251)

function readsBack(plain: Uint8Array): boolean {
  const stream = deflate(plain)
  return same(inflate(stream), plain) && same(pako.inflate(stream), plain)
}

describe('deflate', () => {
  it('writes one fixed block, with matches', () => {
    expect(deflate(new Uint8Array(0))).toEqual(zlib(fixedBlock(true), new Uint8Array(0), likeNearlyEveryIssuer))
    const blocks = fixedBlock(true, 65, 66, 67, 260, '00010', 68)
    expect(deflate(utf8.encode('ABCABCABCD'))).toEqual(zlib(blocks, utf8.encode('ABCABCABCD'), likeNearlyEveryIssuer))
  })

  it('stores what does not get shorter', () => {
    const noise = Uint8Array.from({ length: 100 }, (_, i) => 255 - i)
    expect(deflate(noise)).toEqual(zlib(stored(true, noise), noise, likeNearlyEveryIssuer))
  })

  it('is read back, by pako too, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), (plain) => {
        expect(readsBack(plain)).toBe(true)
      }),
    )
  })

  it('is read back where bytes repeat', () => {
    const words = fc.array(
      fc.constantFrom('1-', 'urn:', 'uvci', ':01:', 'VN', '2021-06-', '840539006', 'é', '\0\0\0\0'),
    )
    fc.assert(
      fc.property(words, fc.uint8Array({ maxLength: 70 }), (parts, signature) => {
        expect(readsBack(Uint8Array.of(...utf8.encode(parts.join('')), ...signature))).toBe(true)
      }),
    )
  })

  it('writes matches of every length', () => {
    for (let length = 3; length <= 300; length++) {
      const plain = Uint8Array.of(...neverTwice.subarray(0, length), 253, ...neverTwice.subarray(0, length), 254)
      if (!readsBack(plain)) throw new Error(`lost a match of ${length}`)
    }
  })

  it('writes matches at every power of two of distance, and beside it', () => {
    for (let power = 4; power <= 32768; power *= 2) {
      for (const distance of [power - 1, power, power + 1, power * 1.5].filter((distance) => distance < 32760)) {
        const plain = new Uint8Array(distance + 5)
        plain.set([1, 2, 3], 0)
        plain.set([1, 2, 3], distance)
        if (!readsBack(plain)) throw new Error(`lost a match at ${distance}`)
      }
    }
  })

  it('writes up to what inflate reads, and no more', () => {
    expect(readsBack(neverTwice.slice(0, MAX_INFLATED_BYTES))).toBe(true)
    expect(readsBack(new Uint8Array(MAX_INFLATED_BYTES))).toBe(true)
    expect(codeOf(() => deflate(new Uint8Array(MAX_INFLATED_BYTES + 1)))).toBe('text.too-large')
  })

  it('never takes more than eleven bytes above its input', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (plain) => {
        expect(deflate(plain).length).toBeLessThanOrEqual(plain.length + 11)
      }),
    )
  })

  it('gives the same stream for the same bytes, whatever it wrote before', () => {
    const plain = utf8.encode('urn:uvci:01:VN:1A2B3C urn:uvci:01:VN:4D5E6F')
    const first = deflate(plain)
    deflate(neverTwice.slice(0, 3000))
    deflate(utf8.encode('VN:urn:uvci:01:'))
    expect(deflate(plain)).toEqual(first)
    expect(deflate(Uint8Array.of(0, ...plain, 0).subarray(1, -1))).toEqual(first)
    expect(first.buffer.byteLength).toBe(first.length)
  })
})
