import { Fault } from '@vaxcert/core'
import { describe, expect, it } from 'vitest'
import { readBase64, readHex, sameBytes } from '../../src/vectors/encoded-bytes.ts'

function codeOf(action: () => unknown): string {
  try {
    action()
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
  return 'nothing'
}

describe('readHex', () => {
  it('reads either case', () => {
    expect(readHex('00fFAb')).toEqual(Uint8Array.of(0, 255, 171))
    expect(readHex('')).toEqual(new Uint8Array())
  })

  it.each(['0', '0g', ' 00', '00 ', '0x00', '٠٠'])('refuses %j', (text) => {
    expect(codeOf(() => readHex(text))).toBe('vectors.hex')
  })
})

describe('readBase64', () => {
  it.each(['AP+r', 'AP+r\n', 'AP\r\n+r', 'data:image/png;base64,AP+r', '-----BEGIN X-----\nAP+r\n-----END X-----\n'])(
    'reads %j',
    (text) => {
      expect(readBase64(text)).toEqual(Uint8Array.of(0, 255, 171))
    },
  )

  it('does without padding', () => {
    expect(readBase64('AP8')).toEqual(readBase64('AP8='))
  })

  it.each(['', '====', 'A*==', 'AP-r', 'AP==AP'])('refuses %j', (text) => {
    expect(codeOf(() => readBase64(text))).toBe('vectors.base64')
  })
})

describe('sameBytes', () => {
  it('compares length and content', () => {
    expect(sameBytes(Uint8Array.of(1, 2), Buffer.from([1, 2]))).toBe(true)
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false)
    expect(sameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
  })
})
