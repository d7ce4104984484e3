import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runListVector } from '../../../src/vectors/own/list-vector.ts'
import { readOwnFile } from '../../../src/vectors/own/own-file.ts'

const folder = new URL('../../../../../test-vectors/list/', import.meta.url)

async function failuresOf(name: string, change: { given?: object; expect?: object } = {}): Promise<readonly string[]> {
  const vector = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
  const given = { ...vector.given, ...change.given }
  const file = readOwnFile(name, { ...vector, given, expect: { ...vector.expect, ...change.expect } })
  const results = await runListVector(file)
  return results.filter(({ result }) => result !== 'passed').map(({ check, actual }) => `${check}: ${actual}`)
}

describe('a vector of signed lists', () => {
  it('passes as it is', async () => {
    expect(await failuresOf('newer-snapshot')).toEqual([])
    expect(await failuresOf('rollback-list')).toEqual([])
  })

  it('fails when other numbers come out, and says which are right', async () => {
    expect(await failuresOf('newer-snapshot', { expect: { manifest: 3 } })).toEqual(['numbers: root epoch lists clock'])
    expect(await failuresOf('newer-snapshot', { expect: { lists: {} } })).toEqual([
      'numbers: root epoch manifest clock',
    ])
    expect(await failuresOf('clock-behind', { expect: { clock: 'right' } })).toEqual([
      'numbers: root epoch manifest lists',
    ])
  })

  it('fails when an offer is taken that must be refused, refused that must be taken, or refused for something else', async () => {
    expect(await failuresOf('newer-snapshot', { expect: { kind: 'refused', code: 'list.mixed' } })).toEqual([
      'verdict: advanced',
    ])
    expect(await failuresOf('rollback-list', { expect: { kind: 'advanced', code: undefined } })).toEqual([
      'verdict: refused list.rollback',
    ])
    expect(await failuresOf('rollback-list', { expect: { code: 'list.changed' } })).toEqual([
      'verdict: refused list.rollback',
    ])
  })

  it.each([
    { unknown: 1 },
    { clock: 'soon' },
    { offered: { roots: [], lists: {} } },
    { offered: { roots: {}, manifest: '', lists: {} } },
    { offered: { roots: [], manifest: { zeros: 2 ** 40 }, lists: {} } },
    { offered: { roots: [], manifest: '', lists: { other: '' } } },
  ])('cannot be run when it is malformed: %j', async (given) => {
    await expect(failuresOf('newer-snapshot', { given })).rejects.toMatchObject({ code: 'vectors.shape' })
  })
})
