import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/fault.ts'
import { readSlice } from '../../../../src/trust/revocation/eu/slice.ts'
import { bytes, hex } from '../../../cose/hex.ts'
import { codeOf } from '../../../faults.ts'
import { bloomFilter, hashList } from './written-slices.ts'

const tail = 'aabbccddeeff001122334455'
const heads = ['ff800001', '00000005', '7fffffff', '80000000', 'fffffffe']

/** Made with the Java code for the five hashes above: n = 5, p = 1e-12. */
const fromJava = `00012c002b8cbccc00000005000000050000000a
  40b5528bdee0e77640cc4c92db647beca048d0b5ea323b42e260f2ea2b027cbd32df4891cb70c7fc`.replace(/\s/g, '')

const hash = fc.uint8Array({ minLength: 16, maxLength: 16 })

describe('A Bloom filter', () => {
  const filter = readSlice(bytes(fromJava), 'BLOOMFILTER')

  it('of the Java code holds what it was given', () => {
    for (const head of heads) expect(filter.contains(bytes(head + tail))).toBe(true)
  })

  it('of the Java code holds nothing else', () => {
    for (let index = 0; index < 2000; index += 1)
      expect(filter.contains(sha256(Uint8Array.of(index, index >> 8)).slice(0, 16))).toBe(false)
  })

  it('comes out byte for byte when it is written by the layout', () => {
    expect(
      hex(
        bloomFilter(
          heads.map((head) => bytes(head + tail)),
          { hashes: 44, words: 10 },
        ),
      ),
    ).toBe(fromJava)
  })

  it('holds any hashes that were put into it', () => {
    fc.assert(
      fc.property(
        fc.array(hash, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 127 }),
        fc.integer({ min: 1, max: 99 }),
        (hashes, k, words) => {
          const slice = readSlice(bloomFilter(hashes, { hashes: k, words }), 'BLOOMFILTER')
          for (const member of hashes) expect(slice.contains(member)).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['another version', 0, '0002'],
    ['another version, byte order turned', 0, '0100'],
    ['no hash', 2, '00'],
    ['a negative number of hashes', 2, '80'],
    ['another hash function', 3, '01'],
    ['a rate of zero', 4, '00000000'],
    ['a rate that is no number', 4, '7fc00000'],
    ['an infinite rate', 4, '7f800000'],
    ['a negative count', 8, 'ffffffff'],
    ['a negative number of members', 12, '80000000'],
    ['no words', 16, '00000000'],
    ['fewer words than follow', 16, '00000009'],
    ['more words than follow', 16, '0000000b'],
    ['far too many words', 16, '7fffffff'],
    ['negative words', 16, 'fffffff6'],
  ])('with %s is refused', (_, at, change) => {
    const damaged = bytes(fromJava)
    damaged.set(bytes(change), at)
    expect(codeOf(() => readSlice(damaged, 'BLOOMFILTER'))).toBe('list.shape')
  })

  it('cut short anywhere is refused', () => {
    const whole = bytes(fromJava)
    for (let end = 0; end < whole.length; end += 1)
      expect(codeOf(() => readSlice(whole.subarray(0, end), 'BLOOMFILTER'))).toBe('list.shape')
  })
})

describe('A partial variable hash list', () => {
  it('is read by its layout: prefixes in any order', () => {
    const slice = readSlice(bytes('0001 2b8cbccc 00000003 02 8001 0102 7fff'), 'VARHASHLIST')
    const found = ['8001', '0102', '7fff', '0103', '8000', '0001', 'ffff'].map((head) =>
      slice.contains(bytes(`${head}${tail}0000`)),
    )
    expect(found).toEqual([true, true, true, false, false, false, false])
  })

  it('finds what the writer in use has damaged: leading FF that it wrote as 00', () => {
    const damaged = readSlice(bytes('0001 2b8cbccc 00000002 04 00850102 00000091'), 'VARHASHLIST')
    expect(damaged.contains(bytes('ff850102aabbccddeeff001122334455'))).toBe(true)
    expect(damaged.contains(bytes('ffffff91aabbccddeeff001122334455'))).toBe(true)
    expect(damaged.contains(bytes('ff750102aabbccddeeff001122334455'))).toBe(false)
    expect(damaged.contains(bytes('ffff0091aabbccddeeff001122334455'))).toBe(false)
  })

  it('finds a hash of FF alone as that writer writes it', () => {
    const slice = readSlice(bytes('0001 2b8cbccc 00000001 03 0000ff'), 'VARHASHLIST')
    expect(slice.contains(bytes(`ffffff${'00'.repeat(13)}`))).toBe(true)
  })

  it('misses none of any hashes, written right or by the writer in use', () => {
    const biased = fc.tuple(fc.nat(16), hash).map(([leading, member]) => member.fill(0xff, 0, leading))
    fc.assert(
      fc.property(
        fc.array(biased, { maxLength: 30 }),
        fc.integer({ min: 1, max: 16 }),
        fc.boolean(),
        (hashes, size, badly) => {
          const slice = readSlice(hashList(hashes, { size, badly }), 'VARHASHLIST')
          for (const member of hashes) expect(slice.contains(member)).toBe(true)
        },
      ),
    )
  })

  it('of whole hashes that is written right holds nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { minLength: 1, maxLength: 30, selector: String }), ([first, ...rest]) => {
        const other = first as Uint8Array
        expect(readSlice(hashList(rest, { size: 16, badly: false }), 'VARHASHLIST').contains(other)).toBe(false)
      }),
    )
  })

  it.each([
    ['another version', '0002 2b8cbccc 00000001 02 8001'],
    ['a rate that is no number', '0001 ffc00000 00000001 02 8001'],
    ['a negative count', '0001 2b8cbccc ffffffff 02 8001'],
    ['prefixes of no length', '0001 2b8cbccc 00000000 00'],
    ['prefixes longer than a hash', `0001 2b8cbccc 00000001 11 ${'00'.repeat(17)}`],
    ['a prefix cut short', '0001 2b8cbccc 00000002 02 8001 01'],
    ['a head cut short', '0001 2b8cbccc 000000'],
  ])('with %s is refused', (_, text) => {
    expect(codeOf(() => readSlice(bytes(text), 'VARHASHLIST'))).toBe('list.shape')
  })

  it('may be empty', () => {
    expect(readSlice(bytes('0001 2b8cbccc 00000000 02'), 'VARHASHLIST').contains(bytes(heads[0] + tail))).toBe(false)
  })
})

describe('Any bytes', () => {
  it('make a slice or a Fault', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom('BLOOMFILTER', 'VARHASHLIST'),
        hash,
        (any, form, member) => {
          try {
            expect(typeof readSlice(any, form).contains(member)).toBe('boolean')
          } catch (error) {
            expect(error).toBeInstanceOf(Fault)
          }
        },
      ),
    )
  })

  it('are not looked at beyond 16 MiB', () => {
    expect(codeOf(() => readSlice(new Uint8Array(2 ** 24 + 1), 'BLOOMFILTER'))).toBe('list.shape')
  })
})
