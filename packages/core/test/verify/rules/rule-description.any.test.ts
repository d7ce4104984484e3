import { describe, expect, it } from 'vitest'
import { ruleDescription } from '../../../src/verify/rules/index.ts'

const descriptions = new Map([
  ['fr', 'Deux doses.'],
  ['en', 'Two doses.'],
  ['vi', 'Hai liều.'],
  ['pt-br', 'Duas doses.'],
])

describe('the description of a rule', () => {
  it.each([
    [['vi'], 'Hai liều.'],
    [['vi-VN', 'en'], 'Hai liều.'],
    [['VI'], 'Hai liều.'],
    [['pt-BR'], 'Duas doses.'],
    [['pt'], 'Two doses.'],
    [['de', 'fr-CH'], 'Deux doses.'],
    [['de'], 'Two doses.'],
    [[], 'Two doses.'],
  ])('for readers of %j is "%s"', (languages, text) => {
    expect(ruleDescription({ descriptions }, languages)).toBe(text)
  })

  it('is in any language where there is no English one', () => {
    expect(ruleDescription({ descriptions: new Map([['cs', 'Dvě dávky.']]) }, ['vi'])).toBe('Dvě dávky.')
    expect(ruleDescription({ descriptions: new Map() }, ['vi'])).toBe('')
  })
})
