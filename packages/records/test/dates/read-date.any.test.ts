import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoOfDay } from '../../src/dates/days.ts'
import { readDate } from '../../src/dates/read-date.ts'

const births = { first: 1918, last: 2022 }

describe('a date of one reading', () => {
  it.each([
    // vietnam.md, Appendix A
    ['13/05/1985', '1985-05-13', 'dmy'],
    ['44317', '2021-05-01', 'serial'],
    ['1945', '1945', 'year'],
    ['00/00/1945', '1945', 'dmy'],
    ['01011990', '1990-01-01', 'compact'],
    // §3.8
    ['13/5/85', '1985-05-13', 'dmy'],
    ['13-05-1985', '1985-05-13', 'dmy'],
    ['13.05.1985', '1985-05-13', 'dmy'],
    [' 13 / 05 / 1985 ', '1985-05-13', 'dmy'],
    ["'13/05/1985", '1985-05-13', 'dmy'],
    ['13/05/1985 07:30', '1985-05-13', 'dmy'],
    ['13/05/1985 7:30:00 AM', '1985-05-13', 'dmy'],
    ['1985-05-13', '1985-05-13', 'ymd'],
    ['1985/5/13', '1985-05-13', 'ymd'],
    ['2021-09-02T08:15:00', '2021-09-02', 'ymd'],
    ['2021-09-02T08:15:00.000+07:00', '2021-09-02', 'ymd'],
    ['19850513', '1985-05-13', 'compact'],
    ['20112011', '2011-11-20', 'compact'],
    ['00001945', '1945', 'compact'],
    ['05/1985', '1985-05', 'dmy'],
    ['00/05/1985', '1985-05', 'dmy'],
    ['1985-05', '1985-05', 'ymd'],
    ['**/**/1985', '1985', 'dmy'],
    ['29/02/2000', '2000-02-29', 'dmy'],
    ['44317.5', '2021-05-01', 'serial'],
    ['44317,0', '2021-05-01', 'serial'],
  ])('%s is %s', (text, iso, form) => {
    expect(readDate(text, 'dmy', births)).toMatchObject({ iso, form, isAmbiguous: false })
  })

  it('takes a moment in UTC for the day it was in Viet Nam', () => {
    expect(readDate('2021-09-01T17:00:00.000Z', 'unknown')?.iso).toBe('2021-09-02')
    expect(readDate('2021-09-01T16:59:59Z', 'unknown')?.iso).toBe('2021-09-01')
  })
})

describe('what is no date', () => {
  it.each([
    '31/02/1990',
    '29/02/1900',
    '05/13/1985',
    '13/13/1985',
    '2022-13-01',
    '2021-02-30',
    '00/00/0000',
    '05/00/1985',
    '13/05/198',
    '13/05-1985',
    '13/05/1985 25h',
    '1011990',
    '99999',
    '0945',
    '123456',
    '13//1985',
    'không rõ',
    '',
    ' ',
    '/',
  ])('%s', (text) => {
    expect(readDate(text, 'dmy')).toBeUndefined()
  })

  it('is anything, and never an error', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readDate(text, 'mixed')?.iso.length !== 0))
  })
})

describe('the order of day and month', () => {
  it('is that of the column', () => {
    expect(readDate('05/06/1985', 'dmy')).toMatchObject({ iso: '1985-06-05', isAmbiguous: false })
    expect(readDate('05/06/1985', 'mdy')).toMatchObject({ iso: '1985-05-06', isAmbiguous: false })
    expect(readDate('05/13/1985', 'mdy')?.iso).toBe('1985-05-13')
    expect(readDate('13/05/1985', 'mdy')).toBeUndefined()
  })

  it('is what the cell itself proves where the column is mixed', () => {
    expect(readDate('05/13/1985', 'mixed')).toMatchObject({ iso: '1985-05-13', isAmbiguous: false })
    expect(readDate('13/05/1985', 'mixed')).toMatchObject({ iso: '1985-05-13', isAmbiguous: false })
  })

  it.each(['mixed', 'unknown'] as const)('stays open in a column that is %s', (order) => {
    expect(readDate('05/06/1985', order)).toMatchObject({ iso: '1985-06-05', isAmbiguous: true })
    expect(readDate('12/12/1985', order)?.isAmbiguous).toBe(false)
    expect(readDate('00/06/1985', order)?.isAmbiguous).toBe(false)
    expect(readDate('1985-06-05', order)?.isAmbiguous).toBe(false)
  })

  it('may have been lost before a sheet made a number of the date, where the column is mixed', () => {
    expect(readDate('31173', 'mixed')).toMatchObject({ iso: '1985-05-06', isAmbiguous: true })
    expect(readDate('31180', 'mixed')).toMatchObject({ iso: '1985-05-13', isAmbiguous: false })
    expect(readDate('31173', 'unknown')?.isAmbiguous).toBe(false)
  })
})

describe('two digits for a year', () => {
  it('are the one plausible year', () => {
    expect(readDate('12/11/21', 'dmy')).toMatchObject({ iso: '2021-11-12', isShortYear: true, isAmbiguous: false })
    expect(readDate('13/05/23', 'dmy', births)?.iso).toBe('1923-05-13')
    expect(readDate('13/05/17', 'dmy', births)?.iso).toBe('2017-05-13')
  })

  it('stay open between an infant and the very old', () => {
    expect(readDate('13/05/18', 'dmy', births)).toMatchObject({ iso: '2018-05-13', isAmbiguous: true })
    expect(readDate('13/05/22', 'dmy', births)?.isAmbiguous).toBe(true)
  })

  it('are no date where no such year is plausible', () => {
    expect(readDate('13/05/23', 'dmy', { first: 2020, last: 2022 })).toBeUndefined()
  })
})

describe('every day of our time', () => {
  const days = fc.integer({ min: -25_000, max: 30_000 }).map(isoOfDay)

  it('is read from each way to write it', () => {
    fc.assert(
      fc.property(days, (iso) => {
        const [year = '', month = '', day = ''] = iso.split('-')
        const ways = [`${day}/${month}/${year}`, `${Number(day)}.${Number(month)}.${year}`, day + month + year, iso]
        expect(ways.map((way) => readDate(way, 'dmy')?.iso)).toEqual([iso, iso, iso, iso])
      }),
    )
  })
})
