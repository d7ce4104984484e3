import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ownSuite } from '../../apps/cli/src/vectors/own/own-suite.ts'
import { root, type VectorFile, vectorPaths } from './vector-files.ts'

/** Everything that a vector holds against the library, and what came out. */
async function run(path: string): Promise<readonly string[]> {
  const json = JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as VectorFile & Record<string, unknown>
  const results = await ownSuite.run({ path: `${root}${path}`, json, digest: '' })
  return results.map(({ check, result, actual, code }) =>
    [check, result, result === 'failed' && actual, code].filter(Boolean).join(' '),
  )
}

describe('In Node, as expected', () => {
  it.each(vectorPaths)('%s', async (path) => {
    const results = await run(path)
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter((result) => !result.endsWith('passed'))).toEqual(
      path === 'signer/unsupported.json' ? ['verdict skipped'] : [],
    )
  })
})
