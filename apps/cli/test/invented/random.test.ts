import { describe, expect, it } from 'vitest'
import { openNumbers } from '../../src/invented/people/numbers.ts'
import { fittingQuota, quota } from '../../src/invented/quota.ts'
import { randomOf, weighted } from '../../src/invented/random.ts'

describe('numbers from a seed', () => {
  it('are the same for the same seeds, and others for others', () => {
    const draw = (...seeds: number[]) => Array.from({ length: 20 }, () => randomOf(...seeds).below(1_000_000))
    expect(draw(7, 1)).toEqual(draw(7, 1))
    expect(randomOf(7, 1).below(1_000_000)).not.toBe(randomOf(7, 2).below(1_000_000))
    expect(randomOf(2 ** 40).below(1_000_000)).not.toBe(randomOf(0).below(1_000_000))
  })

  it('come as often as their weights say', () => {
    const random = randomOf(1)
    const draw = weighted('a 30|b c 70')
    const drawn = Array.from({ length: 10_000 }, () => draw(random))
    expect(drawn.filter((text) => text === 'b c').length / 10_000).toBeCloseTo(0.7, 1)
  })
})

describe('a quota', () => {
  it.each([0, 1, 37, 99, 100])('chooses %i of 100, no more and no fewer', (chosen) => {
    const one = quota(chosen, 100, randomOf(3))
    expect(Array.from({ length: 100 }, () => one.next()).filter(Boolean)).toHaveLength(chosen)
  })

  it('takes the fit first, and others where there are not enough', () => {
    const some = fittingQuota(50, 100, 600, randomOf(3))
    expect(Array.from({ length: 100 }, (_, at) => some.next(at % 5 === 0)).filter(Boolean)).toHaveLength(50)
    const none = fittingQuota(10, 100, 600, randomOf(3))
    expect(Array.from({ length: 100 }, () => none.next(false)).filter(Boolean)).toHaveLength(10)
  })
})

describe('identity numbers', () => {
  it('state sex and year, and are never given twice', () => {
    const numbers = openNumbers(5)
    expect(numbers.personal('019', 'male', 1985)).toMatch(/^019085\d{6}$/)
    expect(numbers.personal('019', 'female', 2010)).toMatch(/^019310\d{6}$/)
    const many = Array.from({ length: 50_000 }, () => numbers.personal('019', 'female', 1990))
    expect(new Set(many).size).toBe(50_000)
    expect(many.some((number) => number.endsWith('000000'))).toBe(false)
    expect(new Set(Array.from({ length: 50_000 }, () => numbers.old())).size).toBe(50_000)
  })
})
