import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RevocationEntry, RevocationFiles } from '../../../src/trust/publish/revocation/index.ts'
import { chunksByDelta } from '../../../src/trust/revocation/chunks-by-delta.ts'
import { applyDelta, readDelta } from '../../../src/trust/revocation/delta.ts'
import { exactRevocation } from '../../../src/trust/revocation/exact-revocation.ts'
import { uciHash } from '../../../src/trust/revocation/revocation-hash.ts'
import { readRevocationIndex } from '../../../src/trust/revocation/revocation-index.ts'
import { codeOf } from '../../faults.ts'
import { KID, OTHER_KID, publish, sourceOf, subject } from './published.ts'

const byUci = (ci: string, kid = KID): RevocationEntry => ({ type: 'UCI', hash: uciHash(ci), kid })
const all = (count: number, kid = KID) => Array.from({ length: count }, (_, index) => byUci(`sample ${index}`, kid))

/** A device that holds one edition and hears of another; `fetched` counts what it has to get. */
function device(held: RevocationFiles, now: RevocationFiles, offered = now.files) {
  const fetched: string[] = []
  const network = {
    chunk(name: string) {
      fetched.push(name)
      return offered.get(name)
    },
  }
  const index = readRevocationIndex(now.body)
  const chunks = chunksByDelta(index, { index: readRevocationIndex(held.body), chunks: sourceOf(held.files) }, network)
  return { revocation: exactRevocation(index, chunks), fetched }
}

function withoutChunks(published: RevocationFiles): ReadonlyMap<string, Uint8Array> {
  const deltas = readRevocationIndex(published.body).deltas.map(({ sha256 }) => sha256)
  return new Map([...published.files].filter(([name]) => deltas.includes(name)))
}

describe('A device that holds an earlier edition', () => {
  const first = publish(all(9000))
  const second = publish([...all(9000), byUci('new')], first)
  const third = publish([...all(8999), byUci('new'), byUci('newer'), byUci('newest', OTHER_KID)], second)

  it('makes the new chunks from the old ones and a few bytes', async () => {
    const { revocation, fetched } = device(first, third, withoutChunks(third))
    for (const [ci, found] of [
      ['new', true],
      ['newer', true],
      ['sample 8998', true],
      ['sample 8999', false],
    ] as const) {
      expect(await revocation.isRevoked({ ...subject, ci })).toBe(found)
    }
    expect(await revocation.isRevoked({ ...subject, kid: OTHER_KID, ci: 'newest' })).toBe(true)
    expect(fetched).toHaveLength(2)
    expect(fetched.reduce((sum, name) => sum + (third.files.get(name)?.length ?? 0), 0)).toBeLessThan(200)
  })

  it('takes what did not change from what it holds', async () => {
    const { revocation, fetched } = device(first, first, new Map())
    expect(await revocation.isRevoked({ ...subject, ci: 'sample 1' })).toBe(true)
    expect(fetched).toEqual([])
  })

  it('fetches the chunk where no delta leads on from its edition', async () => {
    const alone = publish([...all(9000), byUci('new')])
    const { revocation, fetched } = device(second, alone)
    expect(await revocation.isRevoked({ ...subject, ci: 'new' })).toBe(true)
    expect(fetched.length).toBeLessThanOrEqual(1)
  })

  it('fetches the chunk where a delta, or a chunk that it held, is damaged', async () => {
    for (const [name, bytes] of withoutChunks(second)) {
      const offered = new Map(second.files).set(name, bytes.with(20, 99))
      const { revocation } = device(first, second, offered)
      expect(await revocation.isRevoked({ ...subject, ci: 'new' })).toBe(true)
      expect(await revocation.isRevoked({ ...subject, ci: 'never' })).toBe(false)
    }
    const damaged = { ...first, files: new Map([...first.files].map(([name, bytes]) => [name, bytes.with(5, 0)])) }
    expect(await device(damaged, second).revocation.isRevoked({ ...subject, ci: 'new' })).toBe(true)
    const offline = device(damaged, second, withoutChunks(second)).revocation
    await expect(offline.isRevoked({ ...subject, ci: 'new' })).rejects.toMatchObject({ code: 'revocation.unavailable' })
  })

  it('is told nothing by a delta that would be too large', () => {
    const many = publish([...all(9000), ...Array.from({ length: 4200 }, (_, index) => byUci(`more ${index}`))], first)
    expect(readRevocationIndex(many.body).deltas).toEqual([])
    expect(many.edition).toBe(2)
  })

  it('is offered sixteen steps at most', () => {
    let edition = publish([])
    for (let step = 0; step < 20; step += 1) edition = publish(all(step), edition)
    expect(readRevocationIndex(edition.body).deltas.map(({ from }) => from)).toEqual(
      Array.from({ length: 16 }, (_, i) => i + 5),
    )
    expect(edition.edition).toBe(21)
  })
})

describe('Any deltas', () => {
  const member = fc.nat(60)
  const edition = fc.uniqueArray(member, { maxLength: 50 })

  it('lead from any edition to any later one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edition, { minLength: 2, maxLength: 5 }), fc.nat(4), async (editions, start) => {
        const published: RevocationFiles[] = []
        for (const members of editions) {
          published.push(
            publish(
              members.map((index) => byUci(`sample ${index}`, index % 3 ? KID : OTHER_KID)),
              published.at(-1),
            ),
          )
        }
        const [held, now] = [published[start % published.length], published.at(-1)] as [
          RevocationFiles,
          RevocationFiles,
        ]
        const { revocation } = device(held, now, withoutChunks(now))
        for (let index = 0; index <= 60; index += 1) {
          const kid = index % 3 ? KID : OTHER_KID
          expect(await revocation.isRevoked({ ...subject, kid, ci: `sample ${index}` })).toBe(
            editions.at(-1)?.includes(index),
          )
        }
      }),
      { numRuns: 30 },
    )
  })

  it('applied to a table give the set that the words say', () => {
    const table = (bytes: readonly number[]) =>
      Uint8Array.from([...new Set(bytes)].toSorted((a, b) => a - b).flatMap((byte) => [byte, ...new Array(15).fill(0)]))
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.array(fc.nat(20)), fc.array(fc.nat(20)), (members, added, removed) => {
        const after = members.filter((byte) => !removed.includes(byte)).concat(added)
        expect(applyDelta(table(members), { added: table(added), removed: table(removed) })).toEqual(table(after))
      }),
    )
  })
})

describe('A delta file', () => {
  const row = new Array(16).fill(1)
  const head = [...KID, 0x0b]
  it.each([
    ['cut short', [...head, 0, 1, 0]],
    ['that lacks a hash', [...head, 0, 1, 0, 1, ...row]],
    ['that changes nothing', [...head, 0, 0, 0, 0]],
    ['of an unknown type', [...KID, 0x0d, 0, 1, 0, 0, ...row]],
    ['with a hash twice', [...head, 0, 2, 0, 0, ...row, ...row]],
    ['with a list twice', [...head, 0, 1, 0, 0, ...row, ...head, 0, 1, 0, 0, ...row]],
    ['too large', new Array(65_537).fill(0)],
  ])('%s is refused', (_, bytes) => {
    expect(codeOf(() => readDelta(Uint8Array.from(bytes)))).toBe('list.shape')
  })

  it('may be empty: only whole signers have changed', () => {
    expect(readDelta(new Uint8Array())).toEqual([])
  })
})
