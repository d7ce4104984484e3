import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personName, readMrzName } from '../../src/dcc/names.ts'
import { Fault } from '../../src/fault.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'record.name' })

describe('a hostile name', () => {
  const mrzName = 'NGUYEN<<AN'

  it.each([
    ['a huge name', 'A'.repeat(50_000_000)],
    ['a huge run of spaces', `A${' '.repeat(5_000_000)}A`],
    ['a lone high surrogate', 'Nguyễn \uD800'],
    ['a lone low surrogate', '\uDC00Nguyễn'],
    ['NUL', 'Nguyễn\u0000'],
    ['a terminal escape', '\u001B[31mAn'],
    ['a bidi override', 'Nguy\u202Enễ'],
    ['a bidi isolate', '\u2066Nguyễn'],
    ['a zero width space', 'Nguyễn\u200BAn'],
    ['a soft hyphen', 'Nguy\u00ADễn'],
    ['a byte order mark', '\uFEFFNguyễn'],
    ['private use', 'Nguyễn \uE000'],
    ['a flood of marks', `A${'\u0301'.repeat(60)}`],
    ['a huge flood of marks', `A${'\u0301'.repeat(10_000)}`],
    ['a mark on nothing', '\u0301An'],
    ['a mark on a space', 'Lê \u0301An'],
  ])('%s is refused, passport or not', (_, name) => {
    expect(() => personName({ fullName: name, mrzName })).toThrow(refused)
    expect(() => personName({ fullName: name })).toThrow(refused)
    expect(() => personName({ familyName: 'Lê', givenNames: name, mrzName })).toThrow(refused)
  })

  it('in the passport field is refused', () => {
    expect(() => readMrzName('<'.repeat(10_000_000))).toThrow(refused)
    expect(() => readMrzName('A<'.repeat(500))).not.toThrow()
    expect(() => readMrzName(`${'A<'.repeat(500)}!`)).toThrow(refused)
  })

  it('ends in a name that the schema takes or in a Fault that tells nothing of it', () => {
    const letter = fc.oneof(
      fc.nat(0xffff),
      fc.integer({ min: 0x20, max: 0x17f }),
      fc.integer({ min: 0x2f0, max: 0x36f }),
    )
    const text = fc.array(letter, { minLength: 1, maxLength: 90 }).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(text, text, fc.boolean(), (familyName, givenNames, withPassport) => {
        try {
          const name = personName({ familyName, givenNames, ...(withPassport ? { mrzName } : {}) })
          for (const field of Object.values(name)) expect([...field].length).toBeLessThanOrEqual(80)
          expect(name.fn).toBe(name.fn?.normalize('NFC'))
          expect(name.fn).not.toMatch(/\p{Cs}/u)
        } catch (error) {
          expect(error).toBeInstanceOf(Fault)
          expect((error as Fault).message).toMatch(/^record\.name: [a-z0-9 ,:ICAO-]+$/)
        }
      }),
      { numRuns: 500 },
    )
  })
})
