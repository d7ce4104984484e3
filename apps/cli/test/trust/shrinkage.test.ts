import { describe, expect, it } from 'vitest'
import { shrinkage } from '../../src/trust/shrinkage.ts'

const things = (from: number, to: number, country = 'VN') =>
  Array.from({ length: to - from }, (_, index) => ({ id: `${from + index}`, country }))

describe('a list that becomes smaller', () => {
  it('may lose a tenth, and no more', () => {
    expect(shrinkage(things(0, 20), things(2, 20))).toMatchObject({ lost: 2, tooMuch: false })
    expect(shrinkage(things(0, 20), things(3, 20))).toMatchObject({ lost: 3, before: 20, tooMuch: true })
  })

  it('has lost what was exchanged for something else', () => {
    expect(shrinkage(things(0, 20), things(20, 60))).toMatchObject({ lost: 20, tooMuch: true })
  })

  it('names the countries of which nothing is left', () => {
    const before = [...things(0, 50, 'VN'), ...things(50, 51, 'LA'), ...things(51, 52, 'KH')]
    expect(shrinkage(before, things(0, 50, 'VN'))).toMatchObject({ tooMuch: false, countries: ['KH', 'LA'] })
  })

  it('has lost nothing where there was nothing', () => {
    expect(shrinkage([], [])).toEqual({ lost: 0, before: 0, tooMuch: false, countries: [] })
  })
})
