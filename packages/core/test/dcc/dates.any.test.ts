import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIsoDate } from '../../src/dcc/dates.ts'

describe('a calendar date', () => {
  it.each(['2021-06-01', '2020-02-29', '2000-02-29', '1899-12-31', '9999-12-31', '0001-01-01'])('%s exists', (text) => {
    expect(isIsoDate(text)).toBe(true)
  })

  it.each(
    [
      ['2021-02-29', '1900-02-29', '2021-04-31', '2021-00-10', '2021-13-01', '2021-01-00', '2021-01-32'],
      ['', '2021', '2021-06', '2021-6-1', '01-06-2021', '2021/06/01', '20210601', '+2021-06-01', '-021-06-01'],
      ['2021-06-01T00:00:00Z', ' 2021-06-01', '2021-06-01\n', '2021-06-01\u0000', '２０２１-06-01', '2021–06–01'],
    ].flat(),
  )('%j does not', (text) => {
    expect(isIsoDate(text)).toBe(false)
  })

  it('is what Date makes of any day', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (day) => {
        expect(isIsoDate(day.toISOString().slice(0, 10))).toBe(true)
      }),
    )
  })

  it('agrees with Date on every day of every month that could be', () => {
    for (const year of ['1900', '2000', '2021', '2024']) {
      for (let n = 0; n < 20 * 40; n++) {
        const text = `${year}-${String(Math.floor(n / 40)).padStart(2, '0')}-${String(n % 40).padStart(2, '0')}`
        const time = Date.parse(`${text}T00:00:00Z`)
        const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
        expect(isIsoDate(text), text).toBe(exists)
      }
    }
  })

  it('is refused at once when huge', () => {
    expect(isIsoDate('2'.repeat(50_000_000))).toBe(false)
  })
})
