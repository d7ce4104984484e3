import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAt, percentOf } from '../../src/report/percent.ts'

describe('a percentage', () => {
  it.each([
    [2_756_537, 2_924_867, '94.24', '94.24'],
    [2_496_793, 2_756_537, '90.58', '90.57'],
    [2_496_793, 2_924_867, '85.36', '85.36'],
    [428_074, 2_924_867, '14.64', '14.63'],
    [2_628, 2_628, '100.00', '100.00'],
    [0, 5, '0.00', '0.00'],
    [3, 2, '150.00', '150.00'],
  ])('of %d in %d is %s, cut off %s', (part, whole, rounded, truncated) => {
    expect(percentOf(part, whole)).toEqual({ rounded, truncated })
  })

  it('is rounded half up where floating point goes down', () => {
    expect(percentOf(1_005, 100_000)?.rounded).toBe('1.01')
    expect((1.005).toFixed(2)).toBe('1.00')
    expect(percentOf(1, 8, 0)).toEqual({ rounded: '13', truncated: '12' })
  })

  it('is none of nothing', () => {
    expect(percentOf(0, 0)).toBeUndefined()
  })

  it('is never further from the share than half of its last digit, and cut off never above it', () => {
    const count = fc.integer({ min: 0, max: 2 ** 40 })
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 2 ** 40 }), (part, whole) => {
        const { rounded, truncated } = percentOf(part, whole) as { rounded: string; truncated: string }
        const [value, cut] = [BigInt(rounded.replace('.', '')), BigInt(truncated.replace('.', ''))]
        const distance = 2n * (value * BigInt(whole) - BigInt(part) * 10_000n)
        expect(distance > -BigInt(whole) && distance <= BigInt(whole)).toBe(true)
        expect(cut * BigInt(whole) <= BigInt(part) * 10_000n).toBe(true)
      }),
    )
  })
})

describe('the count behind a printed percentage', () => {
  it('of 94.17 in 2,924,867 is 2,754,347', () => {
    expect(countAt('94.17', 2_924_867)).toBe(2_754_347)
    expect(countAt('100', 2_628)).toBe(2_628)
  })
})
