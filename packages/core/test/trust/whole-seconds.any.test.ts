import { describe, expect, it } from 'vitest'
import { wholeSeconds } from '../../src/trust/whole-seconds.ts'

describe('Whole seconds', () => {
  it('are rounded down, before 1970 too', () => {
    expect(wholeSeconds(new Date(1999))).toBe(1)
    expect(wholeSeconds(new Date(-1))).toBe(-1)
  })

  it('of what is no moment are a TypeError', () => {
    expect(() => wholeSeconds(new Date(Number.NaN))).toThrow(TypeError)
  })
})
