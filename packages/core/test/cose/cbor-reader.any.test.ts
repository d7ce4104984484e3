import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_DEPTH, MAX_ITEMS, readCbor } from '../../src/cose/cbor-reader.ts'
import { CborTag, type CborWritable } from '../../src/cose/cbor-value.ts'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { Fault } from '../../src/fault.ts'
import { codeOf } from '../faults.ts'
import { bytes, repeat } from './hex.ts'

const options = { code: 'cose.shape', tags: [0, 18, 61], maxBytes: 8_000_000 }
const read = (hex: string) => readCbor(bytes(hex), options)
const refused = (hex: string) => codeOf(() => read(hex)) === 'cose.shape'

/** RFC 8949 Appendix F: examples of data that is not well-formed. */
const notWellFormed = `
  18 19 1a 1b 1901 1a0102 1b01020304050607 38 58 78 98 9a01ff00 b8 d8 f8 f900 fa0000 fb000000
  41 61 5affffffff00 5bffffffffffffffff010203 7affffffff00 7b7fffffffffffffff010203
  81 818181818181818181 8200 a1 a20102 a100 a2000000
  c0 5f4100 7f6100
  9f 9f0102 bf bf01020102 819f 9f8000 9f9f9f9f9fffffffff 9f819f819f9fffffff
  1c 1d 1e 3c 3d 3e 5c 5d 5e 7c 7d 7e 9c 9d 9e bc bd be dc dd de fc fd fe
  f800 f801 f818 f81f
  5f00ff 5f21ff 5f6100ff 5f80ff 5fa0ff 5fc000ff 5fe0ff 7f4100ff
  5f5f4100ffff 7f7f6100ffff
  ff 81ff 8200ff a1ff a1ff00 a100ff a20000ff 9f81ff 9f829f819f9fffffffff
  bf00ff bf000000ff
  1f 3f df`
  .split(/\s+/)
  .filter((hex) => hex !== '')

describe('the strict CBOR reader', () => {
  it.each(notWellFormed)('refuses %s, which RFC 8949 Appendix F calls not well-formed', (hex) => {
    expect(refused(hex)).toBe(true)
  })

  it('reads every form of an integer', () => {
    const forms = ['05', '1805', '190005', '1a00000005', '1b0000000000000005']
    for (const form of forms) expect(read(form)).toBe(5)
    expect(read('3863')).toBe(-100)
    expect(read('1b001fffffffffffff')).toBe(Number.MAX_SAFE_INTEGER)
    expect(read('3b001ffffffffffffe')).toBe(Number.MIN_SAFE_INTEGER)
  })

  it('refuses integers that a number cannot hold', () => {
    for (const hex of ['1b0020000000000000', '1bffffffffffffffff', '3b001fffffffffffff', '3bffffffffffffffff']) {
      expect(refused(hex)).toBe(true)
    }
  })

  it('reads finite floats of all three widths and refuses NaN and the infinities', () => {
    expect(read('f93e00')).toBe(1.5)
    expect(read('f90001')).toBe(2 ** -24)
    expect(read('f98000')).toBe(-0)
    expect(read('f97bff')).toBe(65504)
    expect(read('fa47c35000')).toBe(100000)
    expect(read('fb3ff199999999999a')).toBe(1.1)
    for (const hex of [
      'f97e00',
      'f97c00',
      'f9fc00',
      'fa7fc00000',
      'fa7f800000',
      'fb7ff8000000000000',
      'fbfff0000000000000',
    ]) {
      expect(refused(hex)).toBe(true)
    }
  })

  it('reads false, true, null and undefined, and no other simple value', () => {
    expect(['f4', 'f5', 'f6', 'f7'].map(read)).toEqual([false, true, null, undefined])
    for (const hex of ['e0', 'f0', 'f3', 'f820', 'f8ff']) expect(refused(hex)).toBe(true)
  })

  it('keeps key 1 and key "1" apart', () => {
    expect(read('a201617861316179')).toEqual(
      new Map<number | string, string>([
        [1, 'x'],
        ['1', 'y'],
      ]),
    )
  })

  it('refuses duplicate keys in any spelling', () => {
    for (const hex of [
      'a201010102',
      'a20101180102',
      'a201011b000000000000000102',
      'a2616101616102',
      'a2616101780161 02',
    ]) {
      expect(refused(hex)).toBe(true)
    }
  })

  it('refuses keys that are neither integer nor text', () => {
    for (const hex of [
      'a1f93c0001',
      'a1f401',
      'a1f601',
      'a1f701',
      'a1410101',
      'a18001',
      'a1a001',
      'a1c0616101',
      'bff400ff',
    ]) {
      expect(refused(hex), hex).toBe(true)
    }
  })

  it('makes nothing of __proto__ but a key', () => {
    const map = read('a2695f5f70726f746f5f5f a1 61 78 01 6b636f6e7374727563746f72 02') as ReadonlyMap<string, unknown>
    expect([...map.keys()]).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('refuses text that is not UTF-8 and keeps a byte order mark', () => {
    for (const hex of ['62c328', '62c080', '63eda080', '61ff', '64f5808080', '7f61c361a9ff'])
      expect(refused(hex)).toBe(true)
    expect(read('63efbbbf')).toBe('\uFEFF')
    expect(read('6100')).toBe('\0')
    expect(read('7f6161 62c3a9 ff')).toBe('aé')
  })

  it('reads tag 0 as its text, shows the other tags it was told of, and refuses the rest', () => {
    expect(read('c074323031332d30332d32315432303a30343a30305a')).toBe('2013-03-21T20:04:00Z')
    expect(read('d201')).toEqual(new CborTag(18, 1))
    expect(read('d81201')).toEqual(new CborTag(18, 1))
    expect(refused('c001')).toBe(true)
    for (let tag = 1; tag < 300; tag += 1) {
      if (tag === 18 || tag === 61) continue
      const head = tag < 24 ? [0xc0 | tag] : tag < 256 ? [0xd8, tag] : [0xd9, tag >> 8, tag & 255]
      expect(codeOf(() => readCbor(Uint8Array.from([...head, 0]), options))).toBe('cose.shape')
    }
    expect(refused('d9d9f700')).toBe(true)
  })

  it('refuses lengths beyond the input at once, however large', () => {
    for (const major of ['9', '5', '7', 'b']) {
      for (const rest of ['8ff', '9ffff', 'affffffff', 'b7fffffffffffffff', 'bffffffffffffffff', 'b0000000100000000']) {
        expect(refused(major + rest), major + rest).toBe(true)
      }
    }
  })

  it('refuses indefinite lengths where the caller wants none', () => {
    for (const hex of ['9fff', 'bfff', '5fff', '7fff']) {
      expect(() => read(hex)).not.toThrow()
      expect(codeOf(() => readCbor(bytes(hex), { ...options, indefinite: false }))).toBe('cose.shape')
    }
  })

  it('holds the limit of depth for arrays, maps and tags, without touching the stack', () => {
    expect(() => readCbor(repeat('81', MAX_DEPTH, '00'), options)).not.toThrow()
    for (const [unit, tail] of [
      ['81', '00'],
      ['a100', '00'],
      ['d2', '00'],
      ['9f', 'ff'],
      ['bf00', 'ff'],
    ] as const) {
      for (const times of [MAX_DEPTH + 1, 1_000_000]) {
        expect(codeOf(() => readCbor(repeat(unit, times, tail), options))).toBe('cose.shape')
      }
    }
  })

  it('holds the budget of items', () => {
    const flat = (items: number) =>
      readCbor(Uint8Array.from([0x99, items >> 8, items & 255, ...new Uint8Array(items)]), options)
    expect(flat(MAX_ITEMS - 1)).toHaveLength(MAX_ITEMS - 1)
    expect(codeOf(() => flat(MAX_ITEMS))).toBe('cose.shape')
    expect(codeOf(() => readCbor(repeat('40', 100_000), options))).toBe('cose.shape')
    expect(codeOf(() => readCbor(bytes(`5f${'40'.repeat(MAX_ITEMS)}ff`), options))).toBe('cose.shape')
  })

  it('holds the limit of bytes', () => {
    expect(codeOf(() => readCbor(new Uint8Array(32 * 1024 + 1), { code: 'claims.shape' }))).toBe('claims.shape')
  })

  it('refuses every truncation and every trailing byte of what it reads', () => {
    const whole = writeCbor(
      new Map<number, CborWritable>([
        [1, 'VN'],
        [4, 1_700_000_000],
        [-260, { v: [{ dn: 1, x: 1.5 }] }],
      ]),
    )
    for (let length = 0; length < whole.length; length += 1) {
      expect(codeOf(() => readCbor(whole.subarray(0, length), options))).toBe('cose.shape')
    }
    expect(codeOf(() => readCbor(Uint8Array.from([...whole, 0]), options))).toBe('cose.shape')
  })

  it('gives byte strings as views of the input', () => {
    const input = bytes('43010203')
    expect((readCbor(input, options) as Uint8Array).buffer).toBe(input.buffer)
  })

  it('reads back whatever the writer writes', () => {
    const { tree } = fc.letrec<{ tree: CborWritable }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.constant(null),
        fc.uint8Array({ maxLength: 300 }),
        fc.array(tie('tree'), { maxLength: 5 }),
        fc
          .array(fc.tuple(fc.oneof(fc.integer({ min: -300, max: 300 }), fc.string()), tie('tree')), { maxLength: 5 })
          .map((entries) => new Map(entries)),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(readCbor(writeCbor(value), options)).toEqual(value)
      }),
    )
  })

  it('throws nothing but a Fault on arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (input) => {
        try {
          readCbor(input, options)
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
