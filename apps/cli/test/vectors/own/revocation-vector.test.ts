import { describe, expect, it } from 'vitest'
import { ownSuite } from '../../../src/vectors/own/own-suite.ts'
import { runJson } from '../run-file.ts'

async function resultOf(given: object, expected: object) {
  const results = await runJson(ownSuite, { id: 'a', given, expect: expected }, '/case.json')
  return Object.fromEntries(results.map((result) => [result.check, 'code' in result ? result.code : result.result]))
}

describe('A vector of revocation hashes', () => {
  const given = { algorithm: 'ES256', signature: '00'.repeat(64), ci: 'abc', country: 'VN' }
  const UCI = ['ba7816bf8f01cfea414140de5dae2223']

  it('compares all of them', async () => {
    const right = { SIGNATURE: ['66687aadf862bd776c8fc18b8e9f8e20'], UCI, COUNTRYCODEUCI: [] }
    const { hashes } = await resultOf(given, { kind: 'hashed', hashes: { UCI } })
    expect(hashes).toBe('failed')
    expect(await resultOf(given, { kind: 'hashed', hashes: right })).toEqual({ verdict: 'passed', hashes: 'failed' })
  })

  it('expects a refusal of a padded signature', async () => {
    const padded = { ...given, signature: '00'.repeat(66) }
    expect(await resultOf(padded, { kind: 'refused', code: 'cose.shape' })).toEqual({ verdict: 'passed' })
    expect(await resultOf(given, { kind: 'refused', code: 'cose.shape' })).toEqual({
      verdict: 'failed',
      hashes: 'failed',
    })
  })

  it.each([{ algorithm: 'RS256' }, { signature: 'x' }, { country: 7 }, { iss: 'VN' }])(
    'fails when it is malformed: %j',
    async (wrong) => {
      expect((await resultOf({ ...given, ...wrong }, { kind: 'hashed', hashes: {} })).verdict).toMatch(/^vectors\./)
    },
  )
})

describe('A vector of a slice', () => {
  const given = { form: 'VARHASHLIST', slice: '00012b8cbccc00000001020102', hash: `0102${'00'.repeat(14)}` }

  it('looks a hash up', async () => {
    expect(await resultOf(given, { kind: 'contains' })).toEqual({ verdict: 'passed' })
    expect(await resultOf(given, { kind: 'absent' })).toEqual({ verdict: 'failed' })
    expect(await resultOf({ ...given, hash: '00'.repeat(16) }, { kind: 'absent' })).toEqual({ verdict: 'passed' })
    expect(await resultOf({ ...given, slice: '00' }, { kind: 'refused', code: 'list.shape' })).toEqual({
      verdict: 'passed',
    })
  })

  it.each([{ form: 'CUCKOO' }, { hash: 'x' }, { slice: 7 }, { offset: 0 }])(
    'fails when it is malformed: %j',
    async (wrong) => {
      expect((await resultOf({ ...given, ...wrong }, { kind: 'contains' })).verdict).toMatch(/^vectors\./)
    },
  )
})
