import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { harmless, jsonBlock, jsonLine, printable } from '../src/terminal.ts'

const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const anyText = fc.string({
  unit: fc.constantFrom('a', 'Ệ', '😀', '\u001b', '\u0007', '\u009b', '\u202e', '\u2066', '\ud800', '\n', '\u2028'),
})

describe('untrusted text on a terminal', () => {
  it('keeps its letters, marks and emoji', () => {
    expect(printable('Nguyễn Thị Ệch 😀 李 محمد')).toBe('Nguyễn Thị Ệch 😀 李 محمد')
  })

  it.each([
    ['\u001b[2J', '\\u{1b}[2J'],
    ['a\u202eb\u2069', 'a\\u{202e}b\\u{2069}'],
    ['a\r\nb', 'a\\u{d}\\u{a}b'],
    ['\u009b31m', '\\u{9b}31m'],
    ['zero\u200bwidth', 'zero\\u{200b}width'],
    ['lone \ud800', 'lone \\u{d800}'],
  ])('shows what steers instead of obeying it: %j', (text, shown) => expect(printable(text)).toBe(shown))

  it('is cut when it is longer than anything worth showing, unless all of it is wanted', () => {
    expect(printable('x'.repeat(600))).toBe(`${'x'.repeat(512)}…`)
    expect(harmless('x'.repeat(600))).toHaveLength(600)
  })

  it('never steers', () => {
    fc.assert(fc.property(anyText, (text) => !steering.test(printable(text)) && !steering.test(harmless(text))))
  })
})

describe('a line of JSON', () => {
  it('reads back unchanged, stays one line, and never steers', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyText), (value) => {
        const line = jsonLine(value)
        expect(steering.test(line.slice(0, -1))).toBe(false)
        expect(line.endsWith('}\n')).toBe(true)
        expect(JSON.parse(line)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('writes bytes in hex', () => {
    expect(jsonLine({ kid: Uint8Array.of(0xd9, 0x19) })).toBe('{"kid":"d919"}\n')
    expect(jsonLine(Buffer.from('d919', 'hex'))).toBe('"d919"\n')
  })

  it('as a block steers no more', () => {
    expect(jsonBlock({ a: '\u202e\n', b: [1] })).toBe('{\n  "a": "\\u202e\\n",\n  "b": [\n    1\n  ]\n}')
  })
})
