import { describe, expect, it } from 'vitest'
import { ageOn, dayInVietNam, dayOf, daysBetween, isAfter, isoOfDay } from '../../src/dates/days.ts'
import { dayOfSerial } from '../../src/dates/machine-date.ts'

describe('a day in Viet Nam', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(dayInVietNam(new Date('2022-05-31T16:59:59Z'))).toBe('2022-05-31')
    expect(dayInVietNam(new Date('2022-05-31T17:00:00Z'))).toBe('2022-06-01')
  })
})

describe('days between dates', () => {
  it.each([
    ['2021-09-01', '2021-09-01', 0],
    ['2021-09-01', '2021-09-15', 14],
    ['2021-12-31', '2022-01-01', 1],
    ['2020-02-28', '2020-03-01', 2],
    ['2021-09-15', '2021-09-01', -14],
    ['1899-12-31', '1900-03-01', 60],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  it('count from 1970, there and back', () => {
    expect(dayOf('1970-01-01')).toBe(0)
    expect(isoOfDay(dayOf('2022-05-31'))).toBe('2022-05-31')
    expect(isoOfDay(dayOf('1945'))).toBe('1945-01-01')
  })
})

describe('an age', () => {
  it.each([
    ['2010-05-31', '2022-05-31', 12],
    ['2010-06-01', '2022-05-31', 11],
    ['2010-05', '2022-05-01', 12],
    ['2010-06', '2022-05-31', 11],
    ['2010', '2022-01-01', 12],
    ['2004-02-29', '2022-02-28', 17],
    ['2022-06-01', '2022-05-31', -1],
  ])('of one born %s is on %s at most %i', (birth, day, years) => {
    expect(ageOn(birth, day)).toBe(years)
  })
})

describe('one date after another', () => {
  it.each([
    ['2022-06-01', '2022-05-31', true],
    ['2022-05-31', '2022-05-31', false],
    ['2022', '2022-05-31', false],
    ['2023', '2022-05-31', true],
    ['2022-06', '2022-05-31', true],
  ])('%s after %s: %s', (date, other, expected) => {
    expect(isAfter(date, other)).toBe(expected)
  })
})

describe('the number of a sheet', () => {
  it('counts from 1900 or from 1904, as the workbook says', () => {
    expect(dayOfSerial('44317')).toBe('2021-05-01')
    expect(dayOfSerial('42855', '1904')).toBe('2021-05-01')
  })

  it('has five digits and ends in 2099', () => {
    expect(dayOfSerial('73050')).toBe('2099-12-31')
    expect(dayOfSerial('73051')).toBeUndefined()
    expect(dayOfSerial('9999')).toBeUndefined()
    expect(dayOfSerial('044317')).toBeUndefined()
  })
})
