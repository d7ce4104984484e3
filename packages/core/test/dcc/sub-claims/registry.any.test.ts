import { describe, expect, it } from 'vitest'
import { SUB_CLAIMS, subClaimOf } from '../../../src/dcc/sub-claims/registry.ts'
import type { FieldLabels } from '../../../src/dcc/sub-claims/sub-claim.ts'

function textsOf(labels: FieldLabels | string): readonly string[] {
  return typeof labels === 'string' ? [labels] : Object.values(labels).flatMap(textsOf)
}

describe('the registry of sub-claims', () => {
  it('names the documents that the container may hold, each label once', () => {
    expect(SUB_CLAIMS.map(({ label, name }) => [label, name])).toEqual([
      [1, 'EU DCC'],
      [2, 'RACSEL DDVC'],
      [3, 'DDCC:VS'],
      [4, 'DDCC:TR'],
      [5, 'Health link'],
      [-6, 'ICVP'],
    ])
  })

  it.each([0, -4, 6, 7, 2 ** 40])('knows nothing of label %i', (label) => {
    expect(subClaimOf(label)).toBeUndefined()
  })

  it('says where each is defined, and words of its own for its fields', () => {
    for (const { spec, fields } of SUB_CLAIMS) {
      expect(spec).not.toBe('')
      for (const label of textsOf(fields)) expect(label).toMatch(/^[A-Z][A-Za-z ]+$/)
    }
  })

  it('gives the guardian the label gn, which is the given name elsewhere', () => {
    expect(subClaimOf(-6)?.fields).toMatchObject({ gn: 'Parent or guardian' })
  })
})
