import { describe, expect, it } from 'vitest'
import { parseDay, parseTime, writeTime } from '../src/times.ts'

describe('a time on the command line', () => {
  it.each([
    ['2022-06-01', '2022-06-01T00:00:00Z'],
    ['2022-06-01T07:30:00Z', '2022-06-01T07:30:00Z'],
    ['2022-06-01T07:30+07:00', '2022-06-01T00:30:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['1970-01-01', '1970-01-01T00:00:00Z'],
  ])('%s is %s', (text, time) => expect(writeTime(parseTime(text).getTime() / 1000)).toBe(time))

  it.each([
    '',
    'now',
    '2022-6-1',
    '01/06/2022',
    '2022-06-01T07:30:00',
    '2022-02-30',
    '2022-13-01',
    '2022-06-01T25:00:00Z',
    '1969-12-31',
    '2107-01-01',
    '2022-06-01\n',
  ])('%j is none', (text) => expect(() => parseTime(text)).toThrow('Write it like 2022-06-01'))
})

describe('a day on the command line', () => {
  it('is a day of the calendar and no time', () => {
    expect(parseDay('2024-02-29')).toBe('2024-02-29')
    for (const text of ['2022-06-01T00:00:00Z', '2022-02-30', '01/06/2022', '2022-06-1', ''])
      expect(() => parseDay(text)).toThrow('Write it like 2022-06-01')
  })
})
