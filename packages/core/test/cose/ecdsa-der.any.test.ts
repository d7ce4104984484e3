import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ecdsaDer, ecdsaHalves } from '../../src/cose/ecdsa-der.ts'
import { bytes } from './hex.ts'

const one = '01'.padStart(64, '0')
const half = fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((number) => number.some((byte) => byte !== 0))

describe('an ECDSA signature in DER', () => {
  it('becomes r‖s, each number at the right end of its half', () => {
    expect(ecdsaHalves(bytes('3006020101020101'), 32)).toEqual(bytes(one + one))
  })

  it('keeps a number whose first bit is set, behind its zero', () => {
    expect(ecdsaHalves(bytes(`3026022100${'ff'.repeat(32)}020101`), 32)).toEqual(bytes('ff'.repeat(32) + one))
  })

  it('comes back as it was, whatever the numbers', () => {
    fc.assert(
      fc.property(half, half, (r, s) => {
        const raw = Uint8Array.from([...r, ...s])
        expect(ecdsaHalves(ecdsaDer(raw), 32)).toEqual(raw)
      }),
    )
  })

  it('that lost a byte at its end, anywhere, is none', () => {
    fc.assert(
      fc.property(half, half, fc.nat({ max: 65 }), (r, s, length) => {
        const der = ecdsaDer(Uint8Array.from([...r, ...s]))
        expect(ecdsaHalves(der.subarray(0, Math.min(length, der.length - 1)), 32)).toBeUndefined()
      }),
    )
  })

  it('is nothing that random bytes are, and they never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (given) => {
        const halves = ecdsaHalves(given, 32)
        expect(halves === undefined || ecdsaDer(halves).length === given.length).toBe(true)
      }),
    )
  })

  it.each([
    ['nothing', ''],
    ['another structure', '3106020101020101'],
    ['one number', '3003020101'],
    ['three numbers', '3009020101020101020101'],
    ['a byte behind it', '300602010102010100'],
    ['a byte within it', '300702010102010100'],
    ['a negative number', '3006020181020101'],
    ['zero', '3006020100020101'],
    ['a zero too many in front', '300702020001020101'],
    ['an empty number', '30050200020101'],
    ['a long length that could be short', '308106020101020101'],
    ['an indefinite length', '30800201010201010000'],
    ['a number too long for its half', `3026022101${'ff'.repeat(32)}020101`],
  ])('is not %s', (_what, der) => {
    expect(ecdsaHalves(bytes(der), 32)).toBeUndefined()
  })
})
