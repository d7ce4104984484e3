import { beforeAll, describe, expect, it } from 'vitest'
import { advance } from '../../src/trust/advance.ts'
import { type ListPlan, readDraft } from '../../src/trust/publish/list-draft.ts'
import { plannedRoot } from '../../src/trust/publish/planned-root.ts'
import { makeRoot } from '../../src/trust/publish/root-draft.ts'
import type { Root } from '../../src/trust/root.ts'
import { MAX_ROOTS, pinRoot, walkRoots } from '../../src/trust/root-chain.ts'
import type { Snapshot } from '../../src/trust/snapshot.ts'
import { asyncCodeOf } from '../faults.ts'
import {
  day,
  firstRoot,
  heldUnder,
  holder,
  holders,
  listHolders,
  nextRootFile,
  reordered,
  restated,
  rootHolders,
  signBy,
  two,
} from './list-world.ts'

let root: Root
let held: Snapshot

beforeAll(async () => {
  root = await firstRoot()
  held = await heldUnder(root)
})

const walk = (files: readonly Uint8Array[], from = root): Promise<string> =>
  asyncCodeOf(walkRoots({ root: from, files: [from.file] }, files))

describe('A pinned root', () => {
  it('has signed itself', async () => {
    expect(await pinRoot(root.file)).toMatchObject({ number: 1, epoch: 1, environment: 'test' })
    const draft = makeRoot({
      environment: 'test',
      roles: { root: two(rootHolders), lists: two(listHolders) },
      issuedAt: day(0),
      expiresAt: day(9),
    })
    expect(await asyncCodeOf(pinRoot(draft))).toBe('list.shape')
    expect(await asyncCodeOf(pinRoot(await signBy(draft, rootHolders.slice(0, 1))))).toBe('list.threshold')
    expect(await asyncCodeOf(pinRoot(await signBy(draft, listHolders)))).toBe('list.signature')
    expect(await asyncCodeOf(pinRoot(held.files.manifest))).toBe('list.mixed')
    expect(await asyncCodeOf(pinRoot(new Uint8Array(65_537)))).toBe('list.too-large')
  })
})

describe('A root with others before it', () => {
  const added = holders('root 4', 'root 5')
  const roles = { root: two([...rootHolders.slice(2), ...added]) }

  it('can be pinned, though keys signed it that it does not name any more', async () => {
    const file = await nextRootFile(root, { roles }, [...rootHolders.slice(0, 2), ...added])
    expect(await pinRoot(file)).toMatchObject({ number: 2 })
    expect((await walkRoots({ root, files: [root.file] }, [file])).root.number).toBe(2)
    const alone = await nextRootFile(root, { roles }, [...rootHolders.slice(0, 2), ...added.slice(1)])
    expect(await asyncCodeOf(pinRoot(alone))).toBe('list.threshold')
  })
})

describe('The next root', () => {
  it('is believed when the old one and itself have signed it', async () => {
    const added = holder('root 4')
    const roles = { root: two([...rootHolders.slice(1), added]) }
    const file = await nextRootFile(root, { roles }, [...rootHolders.slice(1)])
    expect((await walkRoots({ root, files: [root.file] }, [file])).root).toMatchObject({ number: 2, epoch: 1 })
  })

  it('is refused without the old one', async () => {
    const strangers = holders('a', 'b', 'c')
    const roles = { root: two(strangers) }
    expect(await walk([await nextRootFile(root, { roles }, strangers)])).toBe('list.threshold')
    const one = [...strangers, ...rootHolders.slice(0, 1)]
    expect(await walk([await nextRootFile(root, { roles }, one)])).toBe('list.threshold')
  })

  it('is refused without itself', async () => {
    const roles = { root: two(holders('a', 'b', 'c')) }
    expect(await walk([await nextRootFile(root, { roles }, rootHolders)])).toBe('list.threshold')
  })

  it('is refused when somebody else has signed too, or a list key', async () => {
    const third = [...rootHolders.slice(0, 2)]
    expect(await walk([await nextRootFile(root, {}, [...third, holder('a')])])).toBe('list.signature')
    expect(await walk([await nextRootFile(root, {}, [...third, ...listHolders])])).toBe('list.signature')
  })

  it('is refused after a gap', async () => {
    const second = plannedRoot(await nextRootFile(root))
    const third = await nextRootFile(second)
    expect(await walk([third])).toBe('list.jump')
    expect(await walk([third, second.file])).toBe('list.jump')
  })

  it('is refused in another environment', async () => {
    const other = { ...root, environment: 'production' } as const
    expect(await walk([await nextRootFile(other)])).toBe('list.shape')
  })

  it('is refused when its epoch or its time goes back, or its epoch too far', async () => {
    const later = plannedRoot(await nextRootFile(root, { newEpoch: true, issuedAt: day(5) }))
    const at = async (old: Root, issuedAt: Date): Promise<string> =>
      walk([await nextRootFile(old, { issuedAt })], later)
    expect(later.epoch).toBe(2)
    expect(await at({ ...later, epoch: 1 }, day(6))).toBe('list.rollback')
    expect(await at({ ...later, epoch: 4 }, day(6))).toBe('list.jump')
    expect(await at(later, day(4))).toBe('list.rollback')
  })

  it('must be the one that is held where its number is', async () => {
    const other = await nextRootFile({ ...root, number: 0 }, { expiresAt: day(99) })
    expect(await walk([other])).toBe('list.changed')
    expect(await asyncCodeOf(advance(held, { ...held.files, roots: [other] }, day(2)))).toBe('list.changed')
  })

  it('may be the one that is held with its signatures in another order, if they are right', async () => {
    const second = plannedRoot(await nextRootFile(root))
    const both = { root: second, files: [root.file, second.file] }
    expect(await walkRoots(both, [reordered(root.file), reordered(second.file)])).toEqual(both)
    for (const file of both.files) {
      const flipped = reordered(file).map((byte, at) => (at === 60 ? byte ^ 1 : byte))
      expect(await asyncCodeOf(walkRoots(both, [flipped]))).toMatch(/^list\.(shape|signature|threshold)$/)
    }
    const bySome = await nextRootFile(root, {}, rootHolders.slice(0, 1))
    expect(await asyncCodeOf(walkRoots(both, [bySome]))).toBe('list.threshold')
  })

  it('may repeat what is held, and what was before what was pinned', async () => {
    const second = plannedRoot(await nextRootFile(root))
    const third = plannedRoot(await nextRootFile(second))
    const chain = await walkRoots({ root, files: [root.file] }, [root.file, second.file, second.file, third.file])
    expect(chain.files).toEqual([root.file, second.file, third.file])
    const pinned = await walkRoots({ root: second, files: [second.file] }, chain.files)
    expect(pinned.files).toEqual([second.file, third.file])
  })

  it('is one of so many', async () => {
    expect(await walk(Array.from({ length: MAX_ROOTS + 1 }, () => root.file))).toBe('list.too-large')
  })
})

describe('A root is refused for its shape', () => {
  const role = two(listHolders)
  it.each<[string, Partial<Record<'root' | 'lists', typeof role>>]>([
    ['a threshold of none', { lists: { ...role, threshold: 0 } }],
    ['a threshold that cannot be met', { root: { ...role, threshold: 4 } }],
    ['no keys', { lists: { threshold: 1, keys: [] } }],
    ['one key twice', { root: { threshold: 2, keys: [role.keys[0], role.keys[0]] as Uint8Array[] } }],
    ['a key that is none', { lists: { threshold: 1, keys: [Uint8Array.of(1)] } }],
    ['17 keys', { lists: { threshold: 1, keys: holders(...'abcdefghijklmnopq').map(({ spki }) => spki) } }],
  ])('%s', async (_, changed) => {
    const make = async () =>
      makeRoot({
        environment: 'test',
        roles: { root: role, lists: role, ...changed },
        issuedAt: day(0),
        expiresAt: day(1),
      })
    expect(await asyncCodeOf(make())).toBe('list.shape')
  })

  it('another format, or more members', async () => {
    const text = new TextEncoder()
    const { body } = readDraft(root.file)
    const pin = async (change: Partial<ListPlan>): Promise<string> =>
      asyncCodeOf(pinRoot(await restated(root.file, change, rootHolders.slice(0, 2))))
    for (const [from, to] of [
      ['vaxcert-root', 'vaxcert-ROOT'],
      ['test', 'prod'],
    ] as const) {
      expect(await pin({ body: replaced(body, text.encode(from), text.encode(to)) })).toBe('list.shape')
    }
    expect(await pin({ body: Uint8Array.of(...body, 0) })).toBe('list.shape')
    expect(await pin({ epoch: 2 })).toBe('list.shape')
  })
})

/** The bytes with the one run of `from` in them turned into `to`. */
function replaced(bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array {
  const at = bytes.findIndex((_, start) => from.every((byte, index) => bytes[start + index] === byte))
  expect(at).toBeGreaterThan(0)
  const copy = bytes.slice()
  copy.set(to, at)
  return copy
}
