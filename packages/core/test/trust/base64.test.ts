import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBase64, writeBase64 } from '../../src/trust/base64.ts'

describe('base64', () => {
  it('writes as Node does, and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = writeBase64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(readBase64(text)).toEqual(bytes)
      }),
    )
  })

  it.each([
    ['missing padding', 'QQ'],
    ['too much padding', 'QQ==='],
    ['padding alone', '===='],
    ['padding in the middle', 'QQ==QUJD'],
    ['unused bits that are not zero', 'QR=='],
    ['white space', 'QUJD\n'],
    ['letters of base64url', '-_-_'],
    ['a letter beyond ASCII', 'QUJÐ'],
  ])('refuses %s', (_, text) => {
    expect(readBase64(text)).toBeUndefined()
  })

  it('has one text for each bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = readBase64(text)
        expect(bytes === undefined || writeBase64(bytes) === text).toBe(true)
      }),
    )
  })
})
