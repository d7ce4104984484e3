import { describe, expect, it } from 'vitest'
import { limits2022 } from '../../src/cleanse/limits.ts'
import { readLimits } from '../../src/cleanse/read-limits.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'record.limits' })
const { version: _, ...versionless } = limits2022

describe('limits in a file', () => {
  it('are read as they were written', () => {
    expect(readLimits(JSON.stringify(limits2022))).toEqual(limits2022)
    expect(readLimits(JSON.stringify({ ...limits2022, sameName: 1, ageGroups: [] })).sameName).toBe(1)
  })

  it.each([
    ['what is no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a limit left out', JSON.stringify(versionless)],
    ['an unknown limit', JSON.stringify({ ...limits2022, oldestAgee: 1 })],
    ['a negative number', JSON.stringify({ ...limits2022, oldestAge: -1 })],
    ['half a day', JSON.stringify({ ...limits2022, hardInterval: 1.5 })],
    ['a number as text', JSON.stringify({ ...limits2022, mostDoses: '5' })],
    ['a day that is none', JSON.stringify({ ...limits2022, campaignStart: '2021-02-30' })],
    ['a date without its day', JSON.stringify({ ...limits2022, campaignStart: '2021-03' })],
    ['a score above 1', JSON.stringify({ ...limits2022, sameName: 1.1 })],
    ['half a delay', JSON.stringify({ ...limits2022, entryDelay: { soon: 1 } })],
    ['age groups out of order', JSON.stringify({ ...limits2022, ageGroups: limits2022.ageGroups.toReversed() })],
    ['a version with a line end', JSON.stringify({ ...limits2022, version: '1\n2' })],
    ['a prototype', '{"__proto__": {}}'],
  ])('are refused with %s', (_, json) => {
    expect(() => readLimits(json)).toThrow(refused)
  })

  it('are refused without a word of what stood there', () => {
    expect(() => readLimits('Nguyễn Văn A')).toThrow(/^record\.limits: not JSON$/)
  })
})
