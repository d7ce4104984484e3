import { describe, expect, it } from 'vitest'
import { listsAge } from '../../src/trust/lists-age.ts'

const DAY = 86_400
const issuedAt = Date.parse('2026-03-01T00:00:00Z') / 1000
const limits = { staleAfter: DAY, tooOldAfter: 7 * DAY }

/** So many seconds after the manifest was issued, with nothing newer seen. */
function after(seconds: number, newest = issuedAt): ReturnType<typeof listsAge> {
  return listsAge({ issuedAt, limits, newest }, new Date((issuedAt + seconds) * 1000))
}

describe('The age of lists', () => {
  it.each([
    [0, 'fresh'],
    [DAY, 'fresh'],
    [DAY + 1, 'stale'],
    [7 * DAY, 'stale'],
    [7 * DAY + 1, 'too-old'],
    [3650 * DAY, 'too-old'],
  ] as const)('after %i seconds is told as the manifest says', (seconds, age) => {
    expect(after(seconds)).toEqual({ age, seconds, clock: 'right' })
  })

  it('is never younger than what was seen, however the clock is turned back', () => {
    expect(after(60, issuedAt + 8 * DAY)).toEqual({ age: 'too-old', seconds: 60, clock: 'behind' })
    expect(after(-3650 * DAY, issuedAt + 2 * DAY)).toMatchObject({ age: 'stale', clock: 'behind' })
  })

  it('grants a clock five minutes', () => {
    expect(after(-300)).toMatchObject({ age: 'fresh', seconds: -300, clock: 'right' })
    expect(after(-301)).toMatchObject({ age: 'fresh', clock: 'behind' })
  })

  it('calls what is no date a TypeError', () => {
    expect(() => listsAge({ issuedAt, limits, newest: issuedAt }, new Date(Number.NaN))).toThrow(TypeError)
  })
})
