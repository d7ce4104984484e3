import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeBase45, encodeBase45 } from '../../src/dcc/base45.ts'
import { Fault } from '../../src/fault.ts'
import { codeOf } from '../faults.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const utf8 = new TextEncoder()

// Hundreds of thousands of refusals are quick only without stack traces.
const { stackTraceLimit } = Error
beforeAll(() => {
  Error.stackTraceLimit = 0
})
afterAll(() => {
  Error.stackTraceLimit = stackTraceLimit
})

/** The bytes, or undefined where the text is refused as it should be. For loops of many thousand. */
function tryDecode(text: string): Uint8Array | undefined {
  try {
    return decodeBase45(text)
  } catch (error) {
    if (error instanceof Fault && error.code === 'text.base45') return undefined
    throw error
  }
}

describe('base45', () => {
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('gives the examples of RFC 9285: %j', (plain, text) => {
    expect(encodeBase45(utf8.encode(plain))).toBe(text)
    expect(decodeBase45(text)).toEqual(utf8.encode(plain))
  })

  it('returns any bytes unchanged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)
      }),
    )
  })

  it('reads and writes every value of one byte and of two', () => {
    for (let value = 0; value < 65536; value++) {
      const bytes = value < 256 ? Uint8Array.of(value) : Uint8Array.of(value >> 8, value)
      const back = decodeBase45(encodeBase45(bytes))
      if (back.length !== bytes.length || back.some((byte, i) => byte !== bytes[i])) throw new Error(`lost ${value}`)
    }
  })

  it('takes texts longer than any QR code, and views into larger buffers', () => {
    const bytes = Uint8Array.from({ length: 5001 }, (_, i) => i * 7)
    expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)
    expect(encodeBase45(bytes.subarray(1, 5))).toBe(encodeBase45(bytes.slice(1, 5)))
  })

  it('never ends in a space, so a trailing space is damage', () => {
    expect([0, 255].map((byte) => encodeBase45(Uint8Array.of(byte)))).toEqual(['00', 'U5'])
    expect(encodeBase45(Uint8Array.of(255, 255))).toBe('FGW')
  })

  it('gives each result its own memory', () => {
    const first = decodeBase45('BB8')
    decodeBase45('QED8WEX0')
    expect(first).toEqual(utf8.encode('AB'))
    expect(first.buffer.byteLength).toBe(2)
  })
})

describe('base45 refuses', () => {
  it.each(['A', 'BB8A', ' ', 'GGW', ':::', '::', 'V5', 'BB8::', 'BB8V5', 'GGWBB8', 'BB8GGW'])('%j', (text) => {
    expect(codeOf(() => decodeBase45(text))).toBe('text.base45')
  })

  it.each(['bb8', 'BB#', 'ＢＢ８', 'BB8\n', '\uFEFFBB8', 'İB8', 'B\u00a0B8', 'BB8 ', '💉8', '\ud800B8', 'BB\0'])(
    '%j',
    (text) => {
      expect(codeOf(() => decodeBase45(text))).toBe('text.base45')
    },
  )

  it('every triple above 65535, and no other', () => {
    const refused = countTexts(3, (values, bytes) => {
      const value = (values[0] ?? 0) + 45 * (values[1] ?? 0) + 2025 * (values[2] ?? 0)
      return bytes === undefined ? value > 65535 : bytes[0] === value >> 8 && bytes[1] === (value & 255)
    })
    expect(refused).toBe(25_589)
  })

  it('every pair above 255, and no other', () => {
    const refused = countTexts(2, (values, bytes) => {
      const value = (values[0] ?? 0) + 45 * (values[1] ?? 0)
      return bytes === undefined ? value > 255 : bytes.length === 1 && bytes[0] === value
    })
    expect(refused).toBe(1_769)
  })

  it.each([
    ['', '00', 45],
    ['0', '0', 45],
    ['00', '', 33],
    ['000', '0', 45],
    ['0000', '', 6],
  ])('every UTF-16 unit outside the alphabet, between %j and %j', (before, after, allowed) => {
    let read = ''
    for (let unit = 0; unit < 65536; unit++) {
      const symbol = String.fromCharCode(unit)
      if (tryDecode(before + symbol + after) !== undefined) read += symbol
    }
    expect(read).toBe([...alphabet.slice(0, allowed)].sort().join(''))
  })

  it('one symbol left over, at every length', () => {
    for (let length = 0; length <= 64; length++) {
      expect(tryDecode('0'.repeat(length)) === undefined).toBe(length % 3 === 1)
    }
  })

  it('a symbol of several bytes wherever it stands, in texts as long as a QR code can be', () => {
    for (const length of [4293, 4296, 4299]) {
      for (const at of [0, 1, 2, length - 3, length - 2, length - 1]) {
        expect(tryDecode(`${'0'.repeat(at)}é${'0'.repeat(length - at - 1)}`)).toBeUndefined()
        expect(tryDecode('0'.repeat(length))).toHaveLength((length / 3) * 2)
      }
    }
  })
})

/** Decodes every text of `length` symbols; `isRight` judges each outcome. Returns how many were refused. */
function countTexts(length: number, isRight: (values: number[], bytes: Uint8Array | undefined) => boolean): number {
  let refused = 0
  for (let n = 0; n < 45 ** length; n++) {
    const values = [n % 45, Math.floor(n / 45) % 45, Math.floor(n / 2025)].slice(0, length)
    const bytes = tryDecode(values.map((value) => alphabet[value]).join(''))
    if (bytes === undefined) refused++
    if (!isRight(values, bytes)) throw new Error(`wrong at ${values}`)
  }
  return refused
}
