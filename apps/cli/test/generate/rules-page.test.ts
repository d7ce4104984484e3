import { readFileSync } from 'node:fs'
import { ruleIds } from '@vaxcert/records'
import { describe, expect, it } from 'vitest'
import { rulesPage } from '../../generate/rules-page.ts'
import { ruleAdviceEn } from '../../src/records/advice-en.ts'
import { ruleAdviceVi } from '../../src/records/advice-vi.ts'
import { ruleWordsEn } from '../../src/records/words-en.ts'
import { ruleWordsVi } from '../../src/records/words-vi.ts'

describe('the page of rules', () => {
  it('is the one in docs: npm run -s rules:make', () => {
    expect(readFileSync(new URL('../../../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage())
  })

  it('has one line for each rule, of seven cells', () => {
    const lines = rulesPage()
      .split('\n')
      .filter((line) => /^\| [A-Z]{2}-\d\d /.test(line))
    expect(lines.map((line) => line.slice(2, 7))).toEqual(ruleIds)
    for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(9)
  })
})

describe.each([
  ['words in Vietnamese', ruleWordsVi],
  ['words in English', ruleWordsEn],
  ['advice in Vietnamese', ruleAdviceVi],
  ['advice in English', ruleAdviceEn],
])('%s', (_name, words) => {
  it('are there for every rule, in NFC, without a last stop', () => {
    for (const id of ruleIds) {
      expect(words[id]).toMatch(/\S.*[^.\s]$/)
      expect(words[id]).toBe(words[id].normalize('NFC'))
    }
  })
})

it('no two rules say the same', () => {
  for (const words of [ruleWordsVi, ruleWordsEn]) expect(new Set(Object.values(words)).size).toBe(ruleIds.length)
})
