import { beforeAll, describe, expect, it } from 'vitest'
import { advance, restore } from '../../src/trust/advance.ts'
import { type ListKey, listKid } from '../../src/trust/list-key.ts'
import { plannedRoot } from '../../src/trust/publish/planned-root.ts'
import { replaceKey } from '../../src/trust/publish/root-draft.ts'
import type { Root } from '../../src/trust/root.ts'
import { type Snapshot, snapshotAge } from '../../src/trust/snapshot.ts'
import { asyncCodeOf } from '../faults.ts'
import {
  contents,
  day,
  firstRoot,
  forged,
  type Holder,
  heldUnder,
  holder,
  listHolders,
  nextRootFile,
  offerOf,
  rootHolders,
  signerNamed,
} from './list-world.ts'

let root: Root
let held: Snapshot

beforeAll(async () => {
  root = await firstRoot()
  held = await heldUnder(root)
})

describe('A device that was offline for a year', () => {
  const weekly = 7
  let roots: Root[]

  beforeAll(async () => {
    roots = [root]
    for (let number = 2; number <= 50; number += 1) {
      const old = roots.at(-1) as Root
      const period = { issuedAt: day(weekly * number), expiresAt: day(weekly * number + 30) }
      const added = holder(`root key ${number}`)
      const [gone] = old.roles.root.keys as readonly [ListKey]
      const keys = replaceKey(old.roles.root, gone.spki, added.spki)
      roots.push(
        plannedRoot(await nextRootFile(old, { ...period, roles: { root: rotated(keys) } }, signers(old, added))),
      )
    }
  })

  const known = new Map<string, Holder>()
  /** The key that goes stands first: the others move up, the new one stands last. */
  function rotated<T extends { readonly keys: readonly Uint8Array[] }>(role: T): T {
    return { ...role, keys: [...role.keys.slice(1), role.keys[0] as Uint8Array] }
  }
  /** Two keys that stay sign for both roots. */
  function signers(old: Root, added: Holder): readonly Holder[] {
    for (const one of [...rootHolders, added]) known.set(listKid(one.spki).join(), one)
    return old.roles.root.keys.slice(1).map(({ kid }) => known.get(kid.join()) as Holder)
  }

  it('walks from root 1 to root 50 at once, through expired ones', async () => {
    const newest = roots.at(-1) as Root
    const on = weekly * 50
    const offer = await offerOf({ root: newest, previous: held, roots: roots.map(({ file }) => file), on })
    const snapshot = await advance(held, offer, day(on))
    expect(snapshot.root.number).toBe(50)
    expect(snapshot.files.roots).toHaveLength(50)
    expect((await restore(root, snapshot.files, snapshot.newest)).root.number).toBe(50)
    expect(await asyncCodeOf(advance(held, { ...offer, roots: offer.roots.slice(0, -5) }, day(on)))).toBe(
      'list.root-expired',
    )
    expect(await asyncCodeOf(advance(held, { ...offer, roots: offer.roots.toSpliced(20, 1) }, day(on)))).toBe(
      'list.jump',
    )
  })
})

describe('A list key that was removed', () => {
  const added = holder('list 4')
  let next: Root

  beforeAll(async () => {
    const gone = (listHolders[0] as Holder).spki
    const roles = { lists: replaceKey(root.roles.lists, gone, added.spki) }
    next = plannedRoot(await nextRootFile(root, { roles }))
  })

  it('signs no more, neither new lists nor held ones', async () => {
    const offer = { ...(await forged(held.files, { manifest: { number: 2 } })), roots: [next.file] }
    expect(await asyncCodeOf(advance(held, offer, day(2)))).toBe('list.signature')
    const by = [added, ...listHolders.slice(1, 2)]
    const kept = { ...(await forged(held.files, { manifest: { number: 2 } }, by)), roots: [next.file], lists: {} }
    expect(await asyncCodeOf(advance(held, kept, day(2)))).toBe('list.signature')
  })

  it('is replaced by one that does, and all lists are made anew', async () => {
    const by = [added, ...listHolders.slice(1, 2)]
    const offer = await offerOf({ root: next, previous: held, roots: [next.file], on: 2, by })
    expect(Object.keys(offer.lists)).toHaveLength(5)
    const snapshot = await advance(held, offer, day(2))
    expect(snapshot.statements.rules).toMatchObject({ epoch: 1, number: 2 })
    expect(await asyncCodeOf(advance(snapshot, held.files, day(2)))).toBe('list.signature')
  })
})

describe('When a thief of the list keys has used up the numbers', () => {
  let stolen: Snapshot
  const denied = [{ key: new Uint8Array(32).fill(7), reason: 'compromised' }]

  beforeAll(async () => {
    const offer = await offerOf({ root, previous: held, contents: { denied }, on: 2 })
    const denying = await advance(held, offer, day(2))
    const far = { number: 100_001, issuedAt: day(5000), expiresAt: day(6000) }
    stolen = await advance(denying, await forged(denying.files, { manifest: far, trust: far, deny: far }), day(2))
  })

  it('honest lists do not get through any more, and the clock seems to be behind', async () => {
    const offer = await offerOf({ root, previous: held, contents: { denied }, on: 3 })
    expect(await asyncCodeOf(advance(stolen, offer, day(3)))).toBe('list.rollback')
    expect(snapshotAge(stolen, day(3)).clock).toBe('behind')
  })

  it('a root with a new epoch lets numbers and times start anew, and keeps what is denied', async () => {
    const by = ['list a', 'list b', 'list c'].map(holder)
    const roles = { lists: { threshold: 2, keys: by.map(({ spki }) => spki) } }
    const next = plannedRoot(await nextRootFile(root, { roles, newEpoch: true }))
    const options = { root: next, previous: stolen, roots: [next.file], on: 3, by: by.slice(0, 2) }
    const snapshot = await advance(stolen, await offerOf(options), day(3))
    expect(snapshot.manifest).toMatchObject({ epoch: 2, number: 1 })
    expect(snapshot.statements.trust).toMatchObject({ epoch: 2, number: 1 })
    expect(snapshot.denied.entries).toEqual(denied)
    expect(snapshotAge(snapshot, day(3))).toEqual({ age: 'fresh', seconds: 0, clock: 'right' })
    const { previous: _, ...forgetful } = options
    expect(await asyncCodeOf(offerOf(forgetful).then((offer) => advance(stolen, offer, day(3))))).toBe('list.deny')
  })

  it('a new epoch takes no list of the old one', async () => {
    const next = plannedRoot(await nextRootFile(root, { newEpoch: true }))
    const old = { ...stolen.files, roots: [next.file] }
    expect(await asyncCodeOf(advance(stolen, old, day(3)))).toBe('list.rollback')
    const offer = await offerOf({ root: next, previous: stolen, roots: [next.file], on: 3 })
    const lists = { ...offer.lists, rules: stolen.files.lists.rules }
    expect(await asyncCodeOf(advance(stolen, { ...offer, lists }, day(3)))).toBe('list.rollback')
  })
})

describe('An app that ships a newer root', () => {
  it('takes over what was held under an older one', async () => {
    const next = plannedRoot(await nextRootFile(root))
    const snapshot = await advance(
      held,
      await offerOf({ root: next, previous: held, roots: [next.file], on: 2 }),
      day(2),
    )
    const restored = await restore(next, snapshot.files, snapshot.newest)
    expect(restored.files.roots).toEqual([next.file])
    expect((await restore(next, held.files, held.newest)).root.number).toBe(2)
  })
})

it('A list is made anew before its manifest would outlive it', async () => {
  const signers = [...contents.signers, signerNamed('other')]
  const late = await offerOf({ root, previous: held, contents: { signers }, on: 58 })
  expect(Object.keys(late.lists)).toHaveLength(5)
  const before = await offerOf({ root, previous: held, contents: { signers }, on: 50 })
  expect(Object.keys(before.lists)).toEqual(['trust'])
})
