import { expect, it } from 'vitest'
import { createShift } from '../../src/shift/shift.ts'

it('A shift counts each outcome, and begins anew', () => {
  const shift = createShift()
  for (const outcome of ['accepted', 'accepted', 'refused', 'other'] as const) shift.add(outcome)
  expect(shift.counts.value).toEqual({ accepted: 2, refused: 1, undecided: 0, other: 1 })
  shift.reset()
  expect(shift.counts.value).toEqual({ accepted: 0, refused: 0, undecided: 0, other: 0 })
})

it('Two shifts share nothing', () => {
  const [early, late] = [createShift(), createShift()]
  early.add('undecided')
  expect(late.counts.value.undecided).toBe(0)
})
