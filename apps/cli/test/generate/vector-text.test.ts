import { describe, expect, it } from 'vitest'
import type { Vector } from '../../generate/vector.ts'
import { inOrder, jsonText } from '../../generate/vector-text.ts'

describe('The text of a vector', () => {
  it('has its members and stages in one order', () => {
    const vector = {
      expect: { kind: 'refused', code: 'record.name' },
      stages: { base45: '', zlib: '', dcc: {} },
      given: {},
      about: 'a',
      importance: 'low',
      spec: 's',
      id: 'i',
    } satisfies Vector
    const ordered = inOrder(vector)
    expect(Object.keys(ordered)).toEqual(['id', 'about', 'spec', 'importance', 'given', 'stages', 'expect'])
    expect(Object.keys(ordered.stages ?? {})).toEqual(['dcc', 'zlib', 'base45'])
    expect(ordered).toEqual(vector)
  })

  it.each([
    ['a\u202Eb', '"a\\u202eb"'],
    ['\uFEFF', '"\\ufeff"'],
    ['a\u0301', '"a\\u0301"'],
    ['\u00A0\u200B', '"\\u00a0\\u200b"'],
    ['\uD800', '"\\ud800"'],
    ['\u{E0001}', '"\\udb40\\udc01"'],
    ['Nguyễn Đỗ 林 \u{20BB7}', '"Nguyễn Đỗ 林 \u{20BB7}"'],
    ['\0\n', '"\\u0000\\n"'],
  ])('shows what an editor would hide: %#', (content, json) => {
    expect(jsonText(content)).toBe(`${json}\n`)
    expect(JSON.parse(jsonText(content))).toBe(content)
  })
})
