import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCbor } from '../../src/cose/cbor-reader.ts'
import { asciiText, decodeUtf8, isAscii } from '../../src/cose/cbor-text.ts'
import { writeCbor } from '../../src/cose/cbor-writer.ts'

const utf8 = new TextEncoder()

describe('the text of bytes', () => {
  it('has one character a byte, the right one where the byte is ASCII', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const text = asciiText(bytes)
        expect(text.length).toBe(bytes.length)
        bytes.forEach((byte, at) => {
          if (byte < 0x80) expect(text.charCodeAt(at)).toBe(byte)
        })
      }),
    )
  })

  it('does not change when the next one is made', () => {
    const text = asciiText(utf8.encode('NGUYEN<<THI'))
    asciiText(utf8.encode('another one'))
    expect(text).toBe('NGUYEN<<THI')
  })

  it('is ASCII when every byte between the two ends is', () => {
    const bytes = utf8.encode('Đặng Thị')
    expect(isAscii(bytes, bytes.indexOf(0x54), bytes.indexOf(0x54) + 2)).toBe(true)
    expect(isAscii(bytes, 0, bytes.length)).toBe(false)
    expect(isAscii(bytes, 3, 3)).toBe(true)
  })

  it('is none where the bytes are not UTF-8, and keeps its byte order mark', () => {
    expect(decodeUtf8(Uint8Array.of(0xc0, 0x80))).toBeUndefined()
    expect(decodeUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeUndefined()
    expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA')
  })
})

it('texts of any script are read side by side, in inputs short and long', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 40 })
  fc.assert(
    fc.property(texts, (list) => {
      expect(readCbor(writeCbor(list), { code: 'cose.shape' })).toEqual(list)
    }),
  )
})
