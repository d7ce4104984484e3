import { describe, expect, it } from 'vitest'
import { fixingRules, judgingRules, rowRules } from '../../src/cleanse/catalogue.ts'
import { type RuleId, ruleIds } from '../../src/cleanse/rule-id.ts'

/** Rules that one row cannot decide: they look at a person, a day, the whole set, or a step of the work. */
const ofMore: readonly RuleId[] = [
  ...(['ID-10', 'ID-11', 'DS-05', 'DS-11', 'DS-12', 'DS-13', 'DS-14', 'DS-15', 'DS-16'] as const),
  ...ruleIds.filter((id) => id.startsWith('DU-') || (id.startsWith('PR-') && id !== 'PR-03')),
]

describe('the catalogue of row rules', () => {
  it('holds each rule once', () => {
    const ids = rowRules.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  it('holds none that one row cannot decide', () => {
    expect(rowRules.filter(({ id }) => ofMore.includes(id))).toEqual([])
  })

  it('fixes before it judges', () => {
    expect(fixingRules.every(({ fix }) => fix === 'A' || fix === 'S')).toBe(true)
    expect(rowRules).toEqual([...fixingRules, ...judgingRules])
  })

  it('says of each rule which fields it is about, and gives an example', () => {
    for (const { fields, example } of rowRules) {
      expect(fields.length).toBeGreaterThan(0)
      expect(example).not.toBe('')
    }
  })
})
