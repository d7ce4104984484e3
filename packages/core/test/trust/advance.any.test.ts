import { beforeAll, describe, expect, it } from 'vitest'
import { advance, restore } from '../../src/trust/advance.ts'
import { listKinds } from '../../src/trust/list-kind.ts'
import type { Root } from '../../src/trust/root.ts'
import { noticed, type Offer, type Snapshot, snapshotAge } from '../../src/trust/snapshot.ts'
import { asyncCodeOf } from '../faults.ts'
import { contents, day, firstRoot, forged, offerOf, reordered, signerNamed } from './list-world.ts'

let root: Root
let first: Offer
let held: Snapshot
/** Of day 2, with another trust list. */
let second: Offer
let newer: Snapshot

beforeAll(async () => {
  root = await firstRoot()
  first = await offerOf({ root })
  held = await advance(root, first, day(1))
  const signers = [...contents.signers, signerNamed('second')]
  second = await offerOf({ root, previous: held, contents: { signers }, on: 2 })
  newer = await advance(held, second, day(2))
})

const numbers = ({ statements }: Snapshot): readonly number[] => listKinds.map((kind) => statements[kind].number)
/** All of it but its functions. */
const plain = ({ trust, root: { roles, ...stated }, ...rest }: Snapshot) => ({
  ...rest,
  root: stated,
  signers: trust.signers,
  denied: rest.denied.entries,
})
const inSeconds = (number: number): number => day(number).getTime() / 1000

describe('An honest offer', () => {
  it('makes a first snapshot under the pinned root', () => {
    expect(held.manifest).toMatchObject({ epoch: 1, number: 1, limits: { staleAfter: 172_800 } })
    expect(numbers(held)).toEqual([1, 1, 1, 1, 1])
    expect(held.trust.signers).toHaveLength(1)
    expect(held.files.roots).toEqual([root.file])
  })

  it('leaves out what did not change', () => {
    expect(Object.keys(second.lists)).toEqual(['trust'])
    expect(newer.manifest.number).toBe(2)
    expect(numbers(newer)).toEqual([2, 1, 1, 1, 1])
    expect(newer.trust.signers).toHaveLength(2)
    expect(newer.files.lists.rules).toBe(held.files.lists.rules)
  })

  it('may be made again, with what is held and with all of it', async () => {
    expect(plain(await advance(newer, second, day(3)))).toEqual(plain(newer))
    expect(plain(await advance(newer, newer.files, day(3)))).toEqual(plain(newer))
  })

  it('may hold the same with its signatures in another order, and goes on from there', async () => {
    const manifest = reordered(first.manifest)
    const lists = Object.fromEntries(listKinds.map((kind) => [kind, reordered(held.files.lists[kind])]))
    const other = await advance(root, { roots: [reordered(root.file)], manifest, lists }, day(1))
    expect((await advance(other, held.files, day(1))).files).toEqual(held.files)
    expect(numbers(await advance(other, { ...second, lists: { ...first.lists, ...second.lists } }, day(2)))).toEqual(
      numbers(newer),
    )
    expect(await asyncCodeOf(advance(other, await forged(held.files, { rules: { expiresAt: day(50) } }), day(2)))).toBe(
      'list.changed',
    )
  })

  it('is good to its last second, and while its clock is far behind', async () => {
    expect((await advance(held, second, new Date(day(9).getTime() + 999))).manifest.number).toBe(2)
    expect((await advance(held, second, day(-3000))).manifest.number).toBe(2)
  })

  it('is put together again from its files', async () => {
    const { newest, files } = newer
    expect(plain(await restore(root, files, newest))).toEqual(plain(newer))
    expect(plain(await restore(root, files, inSeconds(5)))).toEqual({ ...plain(newer), newest: inSeconds(5) })
  })

  it('is put together again long after it expired', async () => {
    expect((await restore(root, held.files, inSeconds(5000))).newest).toBe(inSeconds(5000))
    expect(await asyncCodeOf(restore(root, held.files, Number.NaN))).toBe('list.shape')
  })
})

describe('The newest time', () => {
  it('is that of the manifest, then that of the clock, and never goes back on its own', () => {
    expect(held.newest).toBe(inSeconds(1))
    const later = noticed(held, day(4))
    expect(later.newest).toBe(inSeconds(4))
    expect(noticed(later, day(3))).toBe(later)
    expect(held.newest).toBe(inSeconds(1))
  })

  it('is set anew by a new manifest, and by no other', async () => {
    const wrong = noticed(held, day(9000))
    expect(snapshotAge(wrong, day(2))).toMatchObject({ age: 'too-old', clock: 'behind' })
    expect((await advance(wrong, first, day(1))).newest).toBe(inSeconds(9000))
    const mended = await advance(wrong, second, day(2))
    expect(mended.newest).toBe(inSeconds(2))
    expect(snapshotAge(mended, day(2))).toEqual({ age: 'fresh', seconds: 0, clock: 'right' })
  })

  it('tells a clock that is behind the manifest it has just taken', async () => {
    const snapshot = await advance(held, second, day(-1))
    expect(snapshotAge(snapshot, day(-1))).toMatchObject({ clock: 'behind' })
    expect(snapshotAge(snapshot, new Date(day(2).getTime() - 300_000))).toMatchObject({ clock: 'right' })
    expect(snapshotAge(snapshot, new Date(day(2).getTime() - 301_000))).toMatchObject({ clock: 'behind' })
  })
})

describe('advance refuses', () => {
  const refused = (before: Root | Snapshot, offer: Offer, on = 2): Promise<string> =>
    asyncCodeOf(advance(before, offer, day(on)))

  it('an older snapshot', async () => {
    expect(await refused(newer, first)).toBe('list.rollback')
    expect(await refused(newer, { ...first, lists: {} })).toBe('list.rollback')
  })

  it('an older list that a newer manifest names', async () => {
    const offer = await forged(newer.files, { manifest: { number: 3 }, trust: { number: 1 } })
    expect(await refused(newer, offer)).toBe('list.rollback')
  })

  it.each(['manifest', ...listKinds] as const)('another %s of the same number', async (kind) => {
    const change = { [kind]: { expiresAt: day(9) }, ...(kind !== 'manifest' && { manifest: { number: 2 } }) }
    expect(await refused(held, await forged(held.files, change))).toBe('list.changed')
  })

  it('an expired manifest, even one that nobody has seen', async () => {
    expect(await refused(held, second, 9.001)).toBe('list.expired')
    expect(await refused(root, first, 8.001)).toBe('list.expired')
    expect(await refused(held, first, 8.001)).toBe('list.expired')
  })

  it.each(listKinds)('an expired list: %s', async (kind) => {
    const offer = await forged(held.files, { [kind]: { number: 2, expiresAt: day(2) }, manifest: { number: 2 } })
    expect((await advance(held, offer, day(2))).statements[kind].number).toBe(2)
    expect(await refused(held, offer, 2.001)).toBe('list.expired')
  })

  it.each(listKinds)('a list of another snapshot: %s', async (kind) => {
    const other = await forged(held.files, { [kind]: { number: 2 }, manifest: { number: 2 } })
    const lists = { ...second.lists, [kind]: other.lists[kind] }
    expect(await refused(held, { ...second, lists })).toBe('list.mixed')
  })

  it('a list in the place of another', async () => {
    const lists = { ...first.lists, rules: first.lists['value-sets'] as Uint8Array }
    expect(await refused(root, { ...first, lists })).toBe('list.mixed')
    expect(await refused(root, { ...first, manifest: first.lists.rules as Uint8Array })).toBe('list.mixed')
    expect(await refused(root, { ...first, roots: [first.manifest] })).toBe('list.mixed')
  })

  it.each(listKinds)('a first offer without a list: %s', async (kind) => {
    const { [kind]: _, ...lists } = first.lists
    expect(await refused(root, { ...first, lists })).toBe('list.mixed')
  })

  it('a number too far ahead of the one held', async () => {
    const at = (number: number) => forged(held.files, { manifest: { number }, trust: { number } })
    expect(await refused(held, await at(100_002))).toBe('list.jump')
    expect(await refused(held, await at(Number.MAX_SAFE_INTEGER))).toBe('list.jump')
    expect((await advance(held, await at(100_001), day(2))).manifest.number).toBe(100_001)
    expect(await refused(root, await at(100_001))).toBe('list.jump')
    expect((await advance(root, await at(100_000), day(2))).manifest.number).toBe(100_000)
  })

  it.each(['manifest', 'deny'] as const)('a newer %s that was issued before', async (kind) => {
    const change = { manifest: { number: 2 }, [kind]: { number: 2, issuedAt: day(0) } }
    expect(await refused(held, await forged(held.files, change))).toBe('list.rollback')
  })

  it.each(['manifest', 'value-sets'] as const)('a %s of another epoch than its root', async (kind) => {
    const change = (epoch: number) => ({ manifest: { number: 2 }, [kind]: { number: 2, epoch } })
    expect(await refused(held, await forged(held.files, change(0)))).toBe('list.rollback')
    expect(await refused(held, await forged(held.files, change(2)))).toBe('list.jump')
  })

  it('lists under a root that has expired, however new they are', async () => {
    const offer = await forged(held.files, { manifest: { number: 2, issuedAt: day(366), expiresAt: day(367) } })
    expect(await refused(held, offer, 365)).toBe('list.expired')
    expect(await refused(held, offer, 365.001)).toBe('list.root-expired')
  })

  it('a deny list that lost an entry, and takes one that grew', async () => {
    const denied = [{ kid: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), reason: 'compromised' }]
    const denying = await advance(held, await offerOf({ root, previous: held, contents: { denied }, on: 2 }), day(2))
    expect(denying.trust.isDenied(denying.trust.signers[0] as never)).toBe(true)
    const body = new TextEncoder().encode('{"format":"vaxcert-deny-list","version":1,"denied":[]}')
    const offer = await forged(denying.files, { manifest: { number: 3 }, deny: { number: 3, body } })
    expect(await refused(denying, offer)).toBe('list.deny')
  })

  it.each(listKinds)('a signed body that is none: %s', async (kind) => {
    const body = new TextEncoder().encode('{"format":"vaxcert-other","version":1}')
    const offer = await forged(held.files, { manifest: { number: 2 }, [kind]: { number: 2, body } })
    expect(await refused(held, offer)).toBe('list.shape')
  })

  it('nothing in a way that changes what is held', async () => {
    const before = structuredClone({ files: held.files, newest: held.newest })
    await refused(held, { ...second, lists: {} })
    expect({ files: held.files, newest: held.newest }).toEqual(before)
    expect(plain(await advance(held, second, day(2)))).toEqual(plain(newer))
  })
})
