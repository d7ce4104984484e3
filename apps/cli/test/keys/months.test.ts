import { describe, expect, it } from 'vitest'
import { dayOf, monthsAfter } from '../../src/keys/months.ts'

const day = (text: string): Date => new Date(`${text}T00:00:00Z`)

describe('periods of months', () => {
  it.each([
    ['2026-01-15', 6, '2026-07-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 0, '2026-11-30'],
  ])('%s and %i months is %s', (from, months, until) => {
    expect(monthsAfter(day(from), months)).toEqual(day(until))
  })

  it('begin at midnight UTC', () => {
    expect(dayOf(new Date('2026-03-31T23:59:59.999Z'))).toEqual(day('2026-03-31'))
  })
})
