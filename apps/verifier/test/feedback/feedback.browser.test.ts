import { expect, it } from 'vitest'
import { createFeedback } from '../../src/feedback/feedback.ts'

it('A browser takes every sign', () => {
  const give = createFeedback()
  for (const name of ['accepted', 'refused', 'undecided', 'other'] as const)
    expect(() => give(name, { sound: true, vibration: true })).not.toThrow()
})
