import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runImportVector } from '../../../src/vectors/own/import-vector.ts'
import { readOwnFile } from '../../../src/vectors/own/own-file.ts'

const folder = new URL('../../../../../test-vectors/import/', import.meta.url)

async function resultsOf(name: string, change: { given?: object; expect?: object } = {}): Promise<readonly string[]> {
  const vector = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
  const given = { ...vector.given, ...change.given }
  const file = readOwnFile(name, { ...vector, given, expect: { ...vector.expect, ...change.expect } })
  const results = await runImportVector(file)
  return results.filter(({ result }) => result !== 'passed').map(({ check }) => check)
}

describe('a vector of a foreign list', () => {
  it('passes as it is', async () => {
    expect(await resultsOf('de-good')).toEqual([])
    expect(await resultsOf('de-wrong-key')).toEqual([])
  })

  it('fails where anything comes out that was not expected', async () => {
    expect(await resultsOf('de-good', { expect: { signers: [] } })).toEqual(['signers'])
    expect(await resultsOf('de-good', { expect: { dropped: [{ reason: 'key' }] } })).toEqual(['dropped'])
    expect(await resultsOf('de-good', { expect: { notes: [] } })).toEqual(['notes'])
    expect(await resultsOf('de-good', { given: { format: 'se' } })).toEqual(['verdict'])
    expect(await resultsOf('de-wrong-key', { expect: { code: 'source.shape' } })).toEqual(['verdict'])
  })

  it('cannot be run with members that nobody knows', async () => {
    await expect(resultsOf('de-good', { given: { unpinned: true } })).rejects.toMatchObject({ code: 'vectors.shape' })
    await expect(resultsOf('de-good', { given: { format: 'xx' } })).rejects.toMatchObject({ code: 'vectors.shape' })
    await expect(resultsOf('de-good', { given: { files: 'x' } })).rejects.toMatchObject({ code: 'vectors.shape' })
  })
})
