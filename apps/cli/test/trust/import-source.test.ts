import { describe, expect, it } from 'vitest'
import { parseFormat } from '../../src/trust/import-source.ts'
import { formatWords, noteWords, reasonWords } from '../../src/trust/import-words.ts'

describe('a format on the command line', () => {
  it.each([
    ['de', 'de'],
    ['DGCG', 'dgcg'],
    ['EU', 'dgcg'],
    ['hcert', 'at'],
    ['AT-v2', 'at'],
    ['did', 'gdhcn'],
    ['WHO', 'gdhcn'],
  ])('%s is %s', (text, format) => expect(parseFormat(text)).toBe(format))

  it.each(['', 'xx', 'toString', '__proto__'])('is not %j', (text) =>
    expect(() => parseFormat(text)).toThrow('Formats'),
  )
})

describe('the words of an import', () => {
  it('are different ones for each format, reason and note', () => {
    for (const words of [formatWords, reasonWords, noteWords]) {
      const all = Object.values(words)
      expect(new Set(all).size).toBe(all.length)
    }
  })
})
