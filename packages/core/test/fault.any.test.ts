import { describe, expect, it } from 'vitest'
import { Fault, unlessFault } from '../src/fault.ts'

describe('unlessFault', () => {
  it('gives what was read', () => {
    expect(unlessFault(() => 7)).toBe(7)
  })

  it('gives nothing where the reader refuses', () => {
    const refused = unlessFault((): number => {
      throw new Fault('list.shape', 'not a list')
    })
    expect(refused).toBeUndefined()
  })

  it('hides no mistake of ours', () => {
    const mistake = (): never => {
      throw new TypeError('not a date')
    }
    expect(() => unlessFault(mistake)).toThrow(TypeError)
  })
})
