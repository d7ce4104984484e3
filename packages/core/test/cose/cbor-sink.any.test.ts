import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  byteStringLength,
  type CborSink,
  MAJOR,
  putBytes,
  putHead,
  putInteger,
  putText,
} from '../../src/cose/cbor-sink.ts'
import type { CborWritable } from '../../src/cose/cbor-value.ts'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { hex } from './hex.ts'

function put(write: (sink: CborSink) => void, room = 4096): Uint8Array {
  const sink: CborSink = { bytes: new Uint8Array(room), at: 0 }
  write(sink)
  return sink.bytes.slice(0, sink.at)
}

const byCborX = (value: CborWritable): Uint8Array => Uint8Array.from(writeCbor(value))

describe('a head', () => {
  it.each([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [255, '18ff'],
    [256, '190100'],
    [65_535, '19ffff'],
    [65_536, '1a00010000'],
    [4_294_967_295, '1affffffff'],
    [4_294_967_296, '1b0000000100000000'],
    [Number.MAX_SAFE_INTEGER, '1b001fffffffffffff'],
  ])('of %i is the shortest there is', (argument, bytes) => {
    expect(hex(put((sink) => putHead(sink, MAJOR.unsigned, argument)))).toBe(bytes)
  })

  it('tells the major type in its first three bits', () => {
    for (const major of Object.values(MAJOR)) {
      expect(put((sink) => putHead(sink, major, 5))).toEqual(Uint8Array.of((major << 5) | 5))
      expect(put((sink) => putHead(sink, major, 500))).toEqual(Uint8Array.of((major << 5) | 25, 1, 244))
    }
  })
})

describe('what is put', () => {
  it('are integers as cbor-x writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
        expect(put((sink) => putInteger(sink, value))).toEqual(byCborX(value))
      }),
    )
  })

  it('are texts as cbor-x writes them, whatever their script', () => {
    for (const text of ['', 'Nguyễn Thị Ngọc Ánh', '\u{1f489}', 'a\u{1f489}b', '\u007f\u0080\u07ff\u0800\uffff']) {
      expect(put((sink) => putText(sink, text))).toEqual(byCborX(text))
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(put((sink) => putText(sink, text))).toEqual(byCborX(text))
      }),
    )
  })

  it('are byte strings as cbor-x writes them, of the length foretold', () => {
    for (const length of [0, 1, 23, 24, 255, 256, 3000]) {
      const value = new Uint8Array(length).fill(7)
      const written = put((sink) => putBytes(sink, value))
      expect(written).toEqual(byCborX(value))
      expect(written.length).toBe(byteStringLength(value))
    }
  })

  it('goes no further than the room there is, and says how far it would have gone', () => {
    const sink: CborSink = { bytes: new Uint8Array(8), at: 0 }
    putText(sink, 'Đặng Thị Ngọc')
    expect(sink.at).toBeGreaterThan(8)
    expect(sink.bytes).toEqual(byCborX('Đặng Thị Ngọc').slice(0, 8))
  })
})
