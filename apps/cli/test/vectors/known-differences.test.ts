import { describe, expect, it } from 'vitest'
import { flagNames } from '../../src/vectors/dgc/dgc-file.ts'
import list from '../../src/vectors/known-differences.json' with { type: 'json' }
import { listedDifference } from '../../src/vectors/known-differences.ts'

describe('The list of known differences', () => {
  it('names files by their digest and checks by their flag, each with a reason', () => {
    for (const [digest, checks] of Object.entries<Record<string, string>>(list)) {
      expect(digest).toMatch(/^[0-9a-f]{64}$/)
      for (const [check, reason] of Object.entries(checks)) {
        expect(flagNames).toContain(check)
        expect(reason).toMatch(/\S{3}/)
        expect(listedDifference(digest, check)).toBe(reason)
      }
    }
  })

  it('knows nothing of other files', () => {
    expect(listedDifference('0'.repeat(64), 'VERIFY')).toBeUndefined()
    expect(listedDifference('constructor', 'name')).toBeUndefined()
  })
})
