import { describe, expect, it } from 'vitest'
import { judgeTold, toldFigures } from '../../src/report/told-figure.ts'
import { readTypedCount, readTypedPercent } from '../../src/report/typed-number.ts'
import { tableOf } from './files.ts'

describe('PR-04, a printed percentage', () => {
  it('that its counts do not give is wrong, and told is what it would take', () => {
    expect(judgeTold('', 2_756_537, 2_924_867, '94.17')).toMatchObject({
      ...{ verdict: 'wrong', computed: '94.24', wouldNeed: 2_754_347 },
    })
  })

  it('that is cut off is not right, but no other count is asked for', () => {
    const told = judgeTold('', 2_496_793, 2_756_537, '90.57')
    expect(told).toMatchObject({ verdict: 'truncated', computed: '90.58', truncated: '90.57' })
    expect(told).not.toHaveProperty('wouldNeed')
  })

  it('is right in as many decimals as were printed', () => {
    expect(judgeTold('', 2_756_537, 2_924_867, '94.24').verdict).toBe('right')
    expect(judgeTold('', 2_756_537, 2_924_867, '94').verdict).toBe('right')
    expect(judgeTold('', 2_756_537, 2_924_867, '94.3').verdict).toBe('wrong')
    expect(judgeTold('', 2_628, 2_628, '100').verdict).toBe('right')
  })

  it('of nothing is wrong', () => {
    expect(judgeTold('', 0, 0, '100')).toMatchObject({ verdict: 'wrong' })
  })

  it('is read from a table as it was printed', async () => {
    const table = tableOf([
      ['figure', 'part', 'whole', 'percent'],
      ['Đã nhập', '2.756.537', '2 924 867', '94,17 %'],
    ])
    expect(await toldFigures(table)).toMatchObject([{ figure: 'Đã nhập', part: 2_756_537, verdict: 'wrong' }])
  })

  it('is not read where a number may be two', async () => {
    const table = tableOf([
      ['figure', 'part', 'whole', 'percent'],
      ['hơn 200.00 trường hợp', '200.00', '4.492.988', '4,45'],
    ])
    await expect(toldFigures(table)).rejects.toMatchObject({ code: 'report.told' })
  })
})

describe('a printed number', () => {
  it.each([
    ['2.756.537', 2_756_537],
    ['2,756,537', 2_756_537],
    ['2 756 537', 2_756_537],
    ['2628', 2_628],
    ['200.00', undefined],
    ['1.234,567', undefined],
    ['12.34.567', undefined],
    ['-5', undefined],
    ['', undefined],
  ])('%s is %s', (text, number) => {
    expect(readTypedCount(text)).toBe(number)
  })

  it.each([
    ['94,17%', '94.17'],
    ['100', '100'],
    ['85.36 %', '85.36'],
    ['9 4', undefined],
    ['%', undefined],
  ])('%s is %s percent', (text, percent) => {
    expect(readTypedPercent(text)).toBe(percent)
  })
})
