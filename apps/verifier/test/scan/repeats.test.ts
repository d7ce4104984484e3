import { describe, expect, it } from 'vitest'
import { createRepeats } from '../../src/scan/repeats.ts'

describe('the same text', () => {
  it('is not new while it stays in view', () => {
    const repeats = createRepeats()
    expect([0, 30, 900, 2_300].map((now) => repeats.isNew('A', now))).toEqual([true, false, false, false])
  })

  it('is new again once it left the view', () => {
    const repeats = createRepeats()
    repeats.isNew('A', 0)
    expect(repeats.isNew('A', 1_600)).toBe(true)
  })

  it('is new again after a while, even if it never left', () => {
    const repeats = createRepeats()
    const seen = Array.from({ length: 20 }, (_, second) => repeats.isNew('A', second * 1_000))
    expect(seen.flatMap((isNew, second) => (isNew ? [second] : []))).toEqual([0, 9, 18])
  })

  it('is not told from an older one once another came between', () => {
    const repeats = createRepeats()
    expect(['A', 'B', 'A', 'B'].map((text, at) => repeats.isNew(text, at))).toEqual([true, true, true, true])
  })

  it('a pause does not count as absence', () => {
    const repeats = createRepeats()
    repeats.isNew('A', 0)
    repeats.goOn(20_000)
    expect(repeats.isNew('A', 20_100)).toBe(false)
  })

  it('is forgotten when asked', () => {
    const repeats = createRepeats()
    repeats.isNew('A', 0)
    repeats.forget()
    expect(repeats.isNew('A', 1)).toBe(true)
  })
})
