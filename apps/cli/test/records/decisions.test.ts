import { describe, expect, it } from 'vitest'
import { confirmedOf, readDecisions } from '../../src/records/decisions.ts'

const right = { key: 'lettering|full_name', value: 'tcvn3', by: 'Officer', at: '2022-05-20' }

function read(...decisions: readonly object[]) {
  return readDecisions(JSON.stringify({ decisions }))
}

describe('a file of decisions', () => {
  it('says what was confirmed, by whom and when', () => {
    expect(confirmedOf(read(right))).toEqual(new Map([['lettering|full_name', 'tcvn3']]))
  })

  it.each([
    ['names nobody', { ...right, by: ' ' }],
    ['has no day', { ...right, at: 'yesterday' }],
    ['is about no column of texts', { ...right, key: 'lettering|id_number' }],
    ['names no lettering', { ...right, value: 'latin1' }],
    ['names no vaccine', { ...right, key: 'product|Fizer', value: 'Fizer' }],
    ['is none', 'tcvn3' as never],
  ])('is refused where one %s', (_, decision) => {
    expect(() => read(decision)).toThrow(expect.objectContaining({ code: 'record.decisions' }))
  })

  it('is refused where two say something of one thing, or where it is no JSON', () => {
    expect(() => read(right, { ...right, value: 'vni' })).toThrow('twice')
    expect(() => readDecisions('no')).toThrow('not JSON')
    expect(() => readDecisions('null')).toThrow(expect.objectContaining({ code: 'record.decisions' }))
  })
})
