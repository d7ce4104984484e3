import { beforeAll, describe, expect, it } from 'vitest'
import { plannedRoot } from '../../../src/trust/publish/planned-root.ts'
import { makeNextRoot, replaceKey } from '../../../src/trust/publish/root-draft.ts'
import type { Root } from '../../../src/trust/root.ts'
import { day, firstRoot, type Holder, holder, listHolders, rootHolders } from '../list-world.ts'

const period = { issuedAt: day(5), expiresAt: day(6) }
const spkisOf = (holders: readonly Holder[]): readonly Uint8Array[] => holders.map(({ spki }) => spki)

let root: Root

beforeAll(async () => {
  root = await firstRoot()
})

describe('The draft of the next root', () => {
  it('keeps what is not changed, and counts on', () => {
    const next = plannedRoot(makeNextRoot(root, period))
    expect(next).toMatchObject({ number: 2, epoch: 1, environment: 'test', issuedAt: day(5).getTime() / 1000 })
    expect(next.roles.root.keys.map(({ spki }) => spki)).toEqual(spkisOf(rootHolders))
    expect(next.roles.lists).toMatchObject({ threshold: 2 })
  })

  it('begins a new epoch when it is told to', () => {
    expect(plannedRoot(makeNextRoot(root, { ...period, newEpoch: true }))).toMatchObject({ number: 2, epoch: 2 })
  })

  it('puts one key in the place of another', () => {
    const [gone, second, third] = listHolders as readonly [Holder, Holder, Holder]
    const added = holder('new')
    const lists = replaceKey(root.roles.lists, gone.spki, added.spki)
    expect(lists).toEqual({ threshold: 2, keys: spkisOf([added, second, third]) })
    const next = plannedRoot(makeNextRoot(root, { ...period, roles: { lists } }))
    expect(next.roles.lists.keys.map(({ spki }) => spki)).toEqual(lists.keys)
    expect(next.roles.root.keys).toHaveLength(3)
    expect(() => replaceKey(root.roles.root, gone.spki, added.spki)).toThrow(TypeError)
  })
})
