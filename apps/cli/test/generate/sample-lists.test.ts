import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hasValidCheckCharacter } from '@vaxcert/core/dcc'
import {
  advance,
  exactRevocation,
  listKinds,
  pinRoot,
  readTrustList,
  type Snapshot,
  snapshotAge,
} from '@vaxcert/core/trust'
import { beforeAll, describe, expect, it } from 'vitest'
import { revokedUvcis, sampleLists } from '../../generate/sample-lists.ts'

const home = fileURLToPath(new URL('../../../../keys-sample/', import.meta.url))
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(home, name)))

let snapshot: Snapshot

beforeAll(async () => {
  const lists = Object.fromEntries(listKinds.map((kind) => [kind, read(`lists/${kind}.list`)]))
  const root = await pinRoot(read('lists/roots/1.root'))
  snapshot = await advance(root, { roots: [], manifest: read('lists/manifest.list'), lists }, new Date('2030-01-01'))
})

describe('keys-sample/lists', () => {
  it('is made again byte for byte, and nothing is left over', async () => {
    const made = await sampleLists()
    const kept = readdirSync(join(home, 'lists'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(home, 'lists', name))
      .filter((path) => statSync(path).isFile())
      .map((path) => relative(home, path).split(sep).join('/'))
    expect(kept.toSorted()).toEqual([...made.keys()].toSorted())
    for (const [name, content] of made) expect(read(name), name).toEqual(content)
  })

  it('is good for years, and says that it is a test', () => {
    expect(snapshot.root.environment).toBe('test')
    expect(snapshotAge(snapshot, new Date('2030-01-01'))).toMatchObject({ age: 'fresh', clock: 'right' })
  })

  it('trusts what trust-list.json says', () => {
    const { signers } = readTrustList(JSON.parse(readFileSync(join(home, 'trust-list.json'), 'utf8')))
    expect(snapshot.trust.signers).toEqual(signers)
  })

  it('has the rules of Viet Nam and the value sets that they ask', () => {
    expect(snapshot.rules.length).toBeGreaterThan(3)
    expect(new Set(snapshot.rules.map(({ country }) => country))).toEqual(new Set(['VN']))
    expect(snapshot.valueSets.length).toBeGreaterThan(3)
  })

  it('revokes the certificates that its README names', async () => {
    const [first] = snapshot.trust.signers
    const revocation = exactRevocation(snapshot.revocation, { chunk: (name) => read(`lists/chunks/${name}`) })
    const ask = (ci: string) =>
      revocation.isRevoked({
        kid: first?.kid ?? new Uint8Array(8),
        signature: new Uint8Array(64),
        algorithm: 'ES256',
        ci,
        country: 'VN',
      })
    const readme = readFileSync(join(home, 'README.md'), 'utf8')
    for (const uvci of revokedUvcis) {
      expect(hasValidCheckCharacter(uvci)).toBe(true)
      expect(await ask(uvci), uvci).toBe(true)
      expect(readme).toContain(uvci)
    }
    expect(await ask('URN:UVCI:01:VN:4JBSWY3DPEHPK3PXPABC#3')).toBe(false)
  })
})
