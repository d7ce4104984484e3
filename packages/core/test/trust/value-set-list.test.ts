import { describe, expect, it } from 'vitest'
import { writeValueSets } from '../../src/trust/publish/rules-bodies.ts'
import { readValueSets } from '../../src/trust/value-set-list.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'list.shape' })

const set = { id: 'disease-agent-targeted', date: '2021-04-27', codes: ['840539006'] }

function listOf(...valueSets: readonly unknown[]): unknown {
  return { format: 'vaxcert-value-sets', version: 1, valueSets }
}

describe('a list of value sets', () => {
  it('holds a set in several versions, and is written as it is read', () => {
    const sets = [set, { ...set, date: '2021-04-28', codes: [] }]
    expect(readValueSets(JSON.parse(JSON.stringify(writeValueSets(sets))))).toEqual(sets)
  })

  it.each([
    { ...set, id: 'Disease' },
    { ...set, id: '__proto__' },
    { ...set, id: '' },
    { ...set, date: '2021-02-30' },
    { ...set, date: '2021-4-27' },
    { ...set, codes: '840539006' },
    { ...set, codes: [840539006] },
    { ...set, codes: [''] },
    { ...set, codes: ['9'.repeat(129)] },
    { ...set, version: 1 },
    { id: set.id, codes: set.codes },
  ])('is refused with a set that is none: %j', (wrong) => {
    expect(() => readValueSets(listOf(wrong))).toThrow(refused)
  })

  it('is refused with two sets of one name and day, or another format', () => {
    expect(() => writeValueSets([set, set])).toThrow(refused)
    expect(() => readValueSets({ format: 'vaxcert-rules', version: 1, valueSets: [] })).toThrow(refused)
    expect(() => readValueSets({ format: 'vaxcert-value-sets', version: '1', valueSets: [] })).toThrow(refused)
  })
})
