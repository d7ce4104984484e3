import { describe, expect, it } from 'vitest'
import { abroadProblem } from '../../src/abroad/abroad-problem.ts'
import { abroadPolicy2022, readAbroadPolicy, signable } from '../../src/abroad/policy.ts'

const issue = { version: '2026-01', 'doses-given-abroad': 'issue' } as const
const evidence = 'hcert-sha256:00'

describe('a dose that Viet Nam may sign', () => {
  it.each(['VN', '', 'Việt Nam'])('was given here: %j', (country) => {
    expect(signable({ country, evidence: '' }, abroadPolicy2022)).toBe(true)
  })

  it('was given abroad only where the policy says so, and something shows it', () => {
    expect(signable({ country: 'KR', evidence }, abroadPolicy2022)).toBe(false)
    expect(signable({ country: 'KR', evidence }, issue)).toBe(true)
    expect(signable({ country: 'KR', evidence: 'không có' }, issue)).toBe(false)
    expect(signable({ country: 'XX', evidence: '' }, issue)).toBe(false)
  })
})

describe('a file of the policy', () => {
  it('is read back as it was written', () => {
    for (const policy of [abroadPolicy2022, issue]) expect(readAbroadPolicy(JSON.stringify(policy))).toEqual(policy)
  })

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"version":"1"}',
    '{"version":"1","doses-given-abroad":"always"}',
    '{"version":1,"doses-given-abroad":"never"}',
    '{"version":"1","doses-given-abroad":"never","more":1}',
  ])('%s is refused', (json) => {
    expect(() => readAbroadPolicy(json)).toThrow(expect.objectContaining({ name: 'Fault', code: 'record.policy' }))
  })
})

describe('a certificate that gives no dose abroad', () => {
  it.each([
    [undefined, 'abroad.no-vaccination'],
    ['', 'abroad.no-country'],
    ['ZZ', 'abroad.no-country'],
    ['VN', 'abroad.domestic'],
    ['vn', 'abroad.domestic'],
    ['KR', undefined],
  ])('by its country %j: %s', (country, code) => {
    expect(abroadProblem(country === undefined ? undefined : { country })).toBe(code)
  })
})
