import { describe, expect, it } from 'vitest'
import { outsideRecoveryDates } from '../../src/judge/recovery-dates.ts'
import { recovery, vaccination } from '../app/certificates.ts'

/** `recovery` says: from 12 February to 31 July 2022. */
const on = (day: string) => outsideRecoveryDates(recovery, new Date(`${day}T12:00:00`))

describe('outsideRecoveryDates', () => {
  it.each([
    ['2022-02-11', 'recovery-early'],
    ['2022-02-12', undefined],
    ['2022-07-31', undefined],
    ['2022-08-01', 'recovery-over'],
  ])('on %s says %s', (day, expected) => {
    expect(on(day)).toBe(expected)
  })

  it('says nothing of other events, nor of dates that cannot be read', () => {
    const at = new Date('2030-01-01T12:00:00')
    expect(outsideRecoveryDates(vaccination(), at)).toBeUndefined()
    const [event] = recovery.r ?? []
    if (event === undefined) throw new Error('a recovery')
    expect(outsideRecoveryDates({ ...recovery, r: [{ ...event, du: 'soon' }] }, at)).toBeUndefined()
  })
})
