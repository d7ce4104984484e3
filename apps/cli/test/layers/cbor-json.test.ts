import { CborTag } from '@vaxcert/core/cose'
import { describe, expect, it } from 'vitest'
import { cborJson } from '../../src/layers/cbor-json.ts'

describe('CBOR shown as JSON', () => {
  it('keeps what JSON has, and writes bytes, tags and undefined as people expect', () => {
    expect(cborJson([1, -1.5, 'a', true, null, undefined])).toEqual([1, -1.5, 'a', true, null, null])
    expect(cborJson(Uint8Array.of(0xd9, 0x19))).toBe("h'd919'")
    expect(cborJson(new CborTag(18, [Uint8Array.of()]))).toEqual({ tag: 18, value: ["h''"] })
  })

  it('tells the key 1 from the key "1"', () => {
    const map = new Map<number | string, string>([
      [1, 'number'],
      ['1', 'text'],
      ['"1"', 'quoted text'],
      [-260, 'hcert'],
      ['-1', 'minus'],
    ])
    expect(cborJson(map)).toEqual({
      1: 'number',
      '"1"': 'text',
      '"\\"1\\""': 'quoted text',
      '-260': 'hcert',
      '"-1"': 'minus',
    })
  })

  it('lets no key mean anything to JavaScript', () => {
    const shown = cborJson(new Map([['__proto__', new Map([['polluted', true]])]]))
    expect(Object.keys(shown as object)).toEqual(['__proto__'])
    expect((shown as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
