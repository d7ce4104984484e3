import { describe, expect, it } from 'vitest'
import { authority } from '../verify/world.ts'
import { forge, judge, tstr } from './forge.ts'
import { type Edit, payloadWith } from './forged-payload.ts'

/** A time that every CBOR number form can write: 16384 seconds after 1970. */
const TIME = 16_384

/** Sixteen thousand three hundred and eighty-four, and what only looks like it. */
const encodings: readonly (readonly [hex: string, read: 'whole' | 'fraction' | 'refused'])[] = [
  ['194000', 'whole'],
  ['1a00004000', 'whole'],
  ['1b0000000000004000', 'whole'],
  ['f97400', 'whole'],
  ['fa46800000', 'whole'],
  ['fb40d0000000000000', 'whole'],
  ['fa46800100', 'fraction'], // 16384.5
  ['fb40d0002000000000', 'fraction'], // 16384.5
  ['fb40d0000000000001', 'fraction'], // the next number after it
  ['fb40d0003fffffffff', 'fraction'], // the last one before 16385
  ...['397fff', '393fff', '3a00003fff', 'f9f400', 'fac6800000', 'fbc0d0000000000000'].map(
    (hex) => [hex, 'refused'] as const,
  ),
  ...['f97e00', 'f97c00', 'f9fc00', 'fa7fc00000', 'fa7f800000', 'faff800000'].map((hex) => [hex, 'refused'] as const),
  ...['fb7ff8000000000000', 'fb7ff0000000000000', 'fbfff0000000000000', 'fb7ff0000000000001'].map(
    (hex) => [hex, 'refused'] as const,
  ),
  ...['1bffffffffffffffff', '1b0020000000000000', '1b0000010000000000', 'fb7e37e43c8800759c'].map(
    (hex) => [hex, 'refused'] as const,
  ),
  ...['c2424000', 'c3423fff', 'c119 4000', 'c482001940 00', 'c5820e01', 'd818430019400 0'].map(
    (hex) => [hex.replaceAll(' ', ''), 'refused'] as const,
  ),
  ...[tstr('16384'), `c0${tstr('1970-01-01T04:33:04Z')}`, '424000', '81194000', 'a0', 'f5', 'f6', 'f7'].map(
    (hex) => [hex, 'refused'] as const,
  ),
]

const forever = { signers: [authority({ notBefore: 0 }).documentSigner] }
const claim = (key: string, value: string): Edit => ({ at: 'claims', key, value })

describe('C7: one time in forty-odd encodings', () => {
  it('are forty at least, each another', () => {
    expect(new Set(encodings.map(([hex]) => hex)).size).toBe(encodings.length)
    expect(encodings.length).toBeGreaterThanOrEqual(40)
  })

  it.each(encodings)('exp %s is %s', async (hex, read) => {
    const dt: Edit = { at: 'event', key: tstr('dt'), value: tstr('1970-01-01') }
    const text = await forge({ payload: payloadWith(claim('06', '00'), claim('04', hex), dt) })
    const at = (seconds: number, profile: 'eu' | 'strict' = 'eu') =>
      judge(text, { ...forever, profile, at: new Date(seconds * 1000) })
    expect(await at(TIME)).toBe(read === 'refused' ? 'claims.shape' : 'accepted')
    expect(await at(TIME + 1)).toBe(read === 'refused' ? 'claims.shape' : 'dcc.expired')
    expect(await at(TIME, 'strict')).toBe(read === 'whole' ? 'accepted' : 'claims.shape')
  })

  it.each(encodings)('iat and nbf %s are %s', async (hex, read) => {
    const dt: Edit = { at: 'event', key: tstr('dt'), value: tstr('1970-01-01') }
    for (const edits of [[claim('06', hex)], [claim('06', '00'), claim('05', hex)]]) {
      const text = await forge({ payload: payloadWith(...edits, dt) })
      const at = (seconds: number) => judge(text, { ...forever, at: new Date(seconds * 1000) })
      expect(await at(TIME - 300)).toBe(read === 'refused' ? 'claims.shape' : 'accepted')
      expect(await at(TIME - 301)).toBe(read === 'refused' ? 'claims.shape' : 'dcc.not-yet')
    }
  })

  it.each([
    ['02', 'accepted'],
    ['1b0000000000000002', 'accepted'],
    ['f94000', 'accepted'],
    ['fa40000000', 'accepted'],
    ['fb4000000000000000', 'accepted'],
    ['f94100', 'dcc.schema'], // 2.5
    ['6132', 'dcc.schema'],
    ['f97e00', 'claims.shape'],
    ['c24102', 'claims.shape'],
  ])('a dose number %s is %s', async (value, outcome) => {
    for (const key of [tstr('dn'), tstr('sd')]) {
      expect(await judge(await forge({ payload: payloadWith({ at: 'event', key, value }) }))).toBe(outcome)
    }
  })
})

describe('C8: tags', () => {
  const head = (tag: number): string => {
    if (tag < 24) return (0xc0 | tag).toString(16)
    const width = tag < 0x100 ? 2 : 4
    return (width === 2 ? 'd8' : 'd9') + tag.toString(16).padStart(width, '0')
  }
  const named = [1000, 1010, 55_799, 55_800, 57_342, 65_535]
  const tags = [...Array.from({ length: 301 }, (_, tag) => tag), ...named]

  it('in a payload are refused, all but 0 on a text', async () => {
    for (const tag of tags) {
      const text = await forge({
        payload: payloadWith({ at: 'event', key: tstr('dt'), value: head(tag) + tstr('2021-09-14') }),
      })
      expect(await judge(text), String(tag)).toBe(tag === 0 ? 'accepted' : 'claims.shape')
      if (tag === 0) expect(await judge(text, { profile: 'strict' })).toBe('claims.shape')
    }
  })

  it.each([
    ['a bignum of 16 KiB', `c2594000${'ff'.repeat(0x4000)}`],
    ['a decimal fraction', 'c4821a3b9aca0001'],
    ['a regular expression', `d823${tstr('(a+)+$')}`],
    ['a cycle', 'd81c81d81d00'],
    ['a shared value without any', 'd81d00'],
    ['a record', 'd9dffe 83 19e000 816161 8101'],
    ['a typed array', 'd84043010203'],
    ['a number as date', 'c000'],
    ['a tag on a tag', `c0c0${tstr('2021-09-14')}`],
    ['the tag of the whole', `d9d9f7${tstr('x')}`],
  ])('%s is refused', async (_, value) => {
    const edit: Edit = { at: 'dcc', key: tstr('x'), value: value.replaceAll(' ', '') }
    expect(await judge(await forge({ payload: payloadWith(edit) }))).toBe('claims.shape')
  })
})

describe('C11: integers that no number holds', () => {
  it.each(['1b0020000000000000', '1bffffffffffffffff', '3b001fffffffffffff', '3bffffffffffffffff'])(
    '%s is refused wherever it stands',
    async (value) => {
      for (const edit of [
        { at: 'dcc', key: tstr('x'), value },
        { at: 'event', key: tstr('dn'), value },
        { at: 'dcc', key: value, value: '00' },
      ] as const) {
        expect(await judge(await forge({ payload: payloadWith(edit) }))).toBe('claims.shape')
      }
    },
  )

  it('the last whole number that is exact is read', async () => {
    const edit: Edit = { at: 'dcc', key: tstr('x'), value: '1b001fffffffffffff' }
    expect(await judge(await forge({ payload: payloadWith(edit) }))).toBe('accepted')
  })
})
