import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasValidCheckCharacter, makeUvci, uvciCheckCharacter } from '../../src/dcc/uvci.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:'
const body = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 70 })

/** Any UTF-16 at all, lone surrogates included. */
const units = fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes))

function counting(into: Uint8Array): void {
  for (let i = 0; i < into.length; i++) into[i] = i * 37
}

describe('a new UVCI', () => {
  it('is opaque, of 20 random characters, with a check character', () => {
    const uvci = makeUvci({ country: 'VN' })
    expect(uvci).toMatch(/^URN:UVCI:01:VN:[A-Z2-7]{20}#[A-Z0-9/:]$/)
    expect(hasValidCheckCharacter(uvci)).toBe(true)
  })

  it('may name its issuing entity, within 72 characters', () => {
    const longest = makeUvci({ country: 'VN', issuingEntity: 'E'.repeat(34) })
    expect(makeUvci({ country: 'VN', issuingEntity: '01001' })).toMatch(/^URN:UVCI:01:VN:01001\/[A-Z2-7]{20}#.$/)
    expect(longest).toHaveLength(72)
    expect(hasValidCheckCharacter(longest)).toBe(true)
  })

  it('follows from the random bytes handed in', () => {
    const uvci = makeUvci({ country: 'VN', random: counting })
    expect(uvci).toBe('URN:UVCI:01:VN:AFKPUZ6DINSX4BGLQV27#9')
    expect(makeUvci({ country: 'VN', random: counting })).toBe(uvci)
  })

  it('is new every time, also where the pool of random bytes is filled again', () => {
    const made = new Set(Array.from({ length: 5000 }, () => makeUvci({ country: 'VN' })))
    expect(made.size).toBe(5000)
  })

  it('uses all 32 characters at all 20 places', () => {
    const seen = Array.from({ length: 20 }, () => new Set<string>())
    for (let n = 0; n < 2000; n++) {
      const random = makeUvci({ country: 'VN' }).slice(15, 35)
      seen.forEach((letters, place) => {
        letters.add(random.charAt(place))
      })
    }
    expect(seen.map((letters) => letters.size)).toEqual(Array(20).fill(32))
  })

  it.each([
    { country: 'vn' },
    { country: 'VNM' },
    { country: '' },
    { country: 'VN\n' },
    { country: 'VN', issuingEntity: '' },
    { country: 'VN', issuingEntity: 'a' },
    { country: 'VN', issuingEntity: 'A/B' },
    { country: 'VN', issuingEntity: 'A#B' },
    { country: 'VN', issuingEntity: 'Đ' },
    { country: 'VN', issuingEntity: 'A'.repeat(35) },
    { country: 'VN', issuingEntity: 'A'.repeat(50_000_000) },
  ])('is not made of options out of shape', (options) => {
    expect(() => makeUvci(options)).toThrow(TypeError)
  })
})

describe('the check character', () => {
  it.each([
    ['URN:UVCI:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF', 'C'],
    ['URN:UVCI:01:TH:650000000000849804', 'H'],
    ['URN:UVCI:01:MY:OK3MKLVXRKA50V7ESFJLG6NNF', 'A'],
    ['URN:UVCI:01:TW:HXR25JBCU2PBEOFQRIKWFFOHP', 'X'],
    ['URN:UVCI:01:SE:EHM/C878/123456789ABC', 'B'],
    ['', 'A'],
  ])('of %s is %s', (text, expected) => {
    expect(uvciCheckCharacter(text)).toBe(expected)
    expect(hasValidCheckCharacter(`${text}#${expected}`)).toBe(true)
  })

  it('is undefined outside the alphabet and beyond the length', () => {
    for (const text of ['urn:uvci:01:nl:1', 'URN:UVCI:01:SG:2ABC-CDE', 'A#B', 'Đ', '\uD800', '\u0000']) {
      expect(uvciCheckCharacter(text)).toBeUndefined()
    }
    expect(uvciCheckCharacter('A'.repeat(70))).toBeDefined()
    expect(uvciCheckCharacter('A'.repeat(71))).toBeUndefined()
    expect(uvciCheckCharacter('A'.repeat(50_000_000))).toBeUndefined()
  })

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.constantFrom(...alphabet), (text, at, other) => {
        const place = text.length === 0 ? 0 : at % text.length
        const changed = text.slice(0, place) + other + text.slice(place + 1)
        fc.pre(text.length > 0 && changed !== text)
        expect(uvciCheckCharacter(changed)).not.toBe(uvciCheckCharacter(text))
      }),
    )
  })

  it('finds two neighbours that changed places, but for one pair', () => {
    for (const [a, b] of [...alphabet].flatMap((a) => [...alphabet].map((b) => [a, b] as const))) {
      const same = uvciCheckCharacter(a + b) === uvciCheckCharacter(b + a)
      expect(same).toBe(a === b || (a + b).split('').sort().join('') === [':', 'A'].sort().join(''))
    }
  })
})

describe('reading a UVCI', () => {
  it.each([
    ['URN:UVCI:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF', undefined],
    ['', undefined],
    ['URN:UVCI:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF#C', true],
    ['URN:UVCI:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF#D', false],
    ['URN:UVCI:01:HK:858CC18CFCF5965EF82F60E493349AA5#K', false],
    ['urn:uvci:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF#C', false],
    ['URN:UVCI:01:FI:AELZ0DC71KA2SJWUETRTAFEL2##', false],
    ['01/LU/162LOPKOKV5AO#49', false],
    ['URN:UVCI:01:VN:A#', false],
    ['#', false],
    ['#A', true],
  ])('%s: check character right? %s', (uvci, expected) => {
    expect(hasValidCheckCharacter(uvci)).toBe(expected)
  })

  it('never fails, whatever stands there', () => {
    fc.assert(
      fc.property(units, (text) => {
        expect([true, false, undefined]).toContain(hasValidCheckCharacter(text))
      }),
    )
    expect(hasValidCheckCharacter(`${'A'.repeat(50_000_000)}#A`)).toBe(false)
  })
})
