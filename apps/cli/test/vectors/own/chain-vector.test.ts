import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownSuite } from '../../../src/vectors/own/own-suite.ts'
import { runJson } from '../run-file.ts'

const file = new URL('../../../../../test-vectors/chain/validity-csca-expired.json', import.meta.url)
const vector = JSON.parse(readFileSync(file, 'utf8'))
const { given, expect: expected } = vector

/** Results by check. */
async function run(changes: object): Promise<Record<string, string>> {
  const results = await runJson(ownSuite, { ...vector, ...changes })
  return Object.fromEntries(results.map(({ check, result, code = '' }) => [check, `${result}${code && ` ${code}`}`]))
}

describe('a chain vector', () => {
  it('passes as it is', async () => {
    expect(await run({})).toEqual({ verdict: 'passed', checks: 'passed' })
  })

  it('fails by what it gives: another clock, the strict profile, a moment of issue', async () => {
    const failed = { verdict: 'failed', checks: 'failed' }
    expect(await run({ given: { ...given, clock: '2030-01-01T00:00:00Z' } })).toEqual(failed)
    expect(await run({ given: { ...given, profile: 'strict' } })).toEqual(failed)
    expect(await run({ given: { ...given, issuedAt: '2022-05-01T00:00:00Z' } })).toEqual(failed)
  })

  it('fails by a check too few, too many or other', async () => {
    const failed = { verdict: 'passed', checks: 'failed' }
    for (const checks of [{}, { ...expected.checks, 'dsc-now': 'tolerated' }, { 'csca-now': 'failed' }]) {
      expect(await run({ expect: { ...expected, checks } })).toEqual(failed)
    }
  })

  it('fails when it is no vector', async () => {
    const shape = { verdict: 'failed vectors.shape' }
    expect(await run({ given: { ...given, profile: 'loose' } })).toEqual(shape)
    expect(await run({ given: { ...given, clocks: 'x' } })).toEqual(shape)
    expect(await run({ given: { ...given, issuer: undefined } })).toEqual(shape)
    expect(await run({ given: { ...given, issuer: '?' } })).toEqual({ verdict: 'failed vectors.base64' })
  })
})
