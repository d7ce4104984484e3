import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMoment, secondsOf } from '../../src/vectors/moments.ts'

describe('readMoment', () => {
  it.each([
    ['2021-05-03T18:00:00Z', 1_620_064_800, ''],
    ['2021-05-03T20:00:00+02:00', 1_620_064_800, ''],
    ['2021-05-03T20:00:00+0200', 1_620_064_800, ''],
    ['2021-05-03T20:00:00+02', 1_620_064_800, ''],
    ['2021-05-03t18:00:00z', 1_620_064_800, ''],
    ['2021-05-03 18:00', 1_620_064_800, ''],
    ['2021-05-03T18:00:00.500', 1_620_064_800, '5'],
    ['2021-05-03T18:00:00,123456789Z', 1_620_064_800, '123456789'],
    ['2021-05-03T08:30:00.000-09:30', 1_620_064_800, ''],
  ])('reads %j', (text, seconds, fraction) => {
    expect(readMoment(text)).toEqual({ seconds, fraction })
  })

  it.each([
    ...['', 'now', '2021-05-03', '2021-13-03T00:00:00Z', '2021-05-03T25:00:00Z', '2021-05-03T00:00:00.Z'],
    ...['2022-02-30T00:00:00Z', '2021-02-29', '2021-04-31T00:00:00+02:00', '2021-04-00T00:00:00Z'],
    ...['2021-05-03T00:00:00.1234567890', 'x2021-05-03T00:00:00Z', '2021-05-03T00:00:00+2', '1620064800'],
  ])('does not take %j for one', (text) => {
    expect(readMoment(text)).toBeUndefined()
  })

  it('reads every ISO text of a Date as that date', () => {
    const date = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (at) => {
        expect(secondsOf(at.toISOString())).toBeCloseTo(at.getTime() / 1000, 3)
      }),
    )
  })
})

describe('secondsOf', () => {
  it('takes a day for its midnight UTC and keeps the fraction', () => {
    expect(secondsOf('2021-05-03')).toBe(1_620_000_000)
    expect(secondsOf('2021-05-03T00:00:00.25')).toBe(1_620_000_000.25)
    expect(secondsOf('May')).toBeUndefined()
    expect(secondsOf('2022-02-30')).toBeUndefined()
  })
})
