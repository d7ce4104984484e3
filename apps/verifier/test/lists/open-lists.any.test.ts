import { revocationFiles } from '@vaxcert/core/trust/publish'
import { beforeEach, describe, expect, it } from 'vitest'
import { firstRoot, nextRootFile } from '../../../../packages/core/test/trust/list-world.ts'
import { pieceName } from '../../src/lists/layout.ts'
import { idbStore } from '../../src/lists/store/idb-store.ts'
import { memoryStore } from '../../src/lists/store/memory-store.ts'
import type { Kept, KeptState, Store } from '../../src/lists/store/store.ts'
import { day, device, flipped, type Published, publish } from './published.ts'

const root = await firstRoot()
const first = await publish({ root })
const second = await publish({ root, previous: first.snapshot, on: 2 })

const stores: Readonly<Record<string, () => Store>> = {
  memory: () => memoryStore(true),
  ...('indexedDB' in globalThis && { IndexedDB: () => idbStore(indexedDB, `lists-test-${crypto.randomUUID()}`) }),
}

describe.each(Object.keys(stores))('Lists in %s', (kind) => {
  let store: Store
  let published: Published['files']
  const open = () => device(store, root, () => published)

  beforeEach(() => {
    store = (stores[kind] as () => Store)()
    published = new Map(first.files)
  })

  it('are none until something was accepted', async () => {
    const { lists } = open()
    await lists.start()
    expect([lists.held.value, lists.trouble.value, lists.age(day(1))]).toEqual([undefined, 'held.empty', undefined])
  })

  it('are taken over once, and are there at the next start without a publisher', async () => {
    const { lists } = open()
    await lists.start()
    expect(await lists.update()).toEqual({ kind: 'updated' })
    expect(await lists.update()).toEqual({ kind: 'unchanged' })
    published = new Map()
    const again = open()
    await again.lists.start()
    expect(again.lists.held.value?.manifest.number).toBe(1)
    expect([again.lists.trouble.value, again.asked]).toEqual([undefined, []])
  })

  it('stay when any file that is offered has one wrong bit', async () => {
    const { lists } = open()
    await lists.update()
    for (const [name, bytes] of second.files) {
      if (name === 'roots/1.root') continue
      for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 8)) {
        published = new Map(second.files).set(name, flipped(bytes, at))
        expect((await lists.update()).kind, `${name} ${at}`).toBe('failed')
        expect(lists.held.value?.manifest.number).toBe(1)
      }
    }
    published = new Map(second.files)
    expect(await lists.update()).toEqual({ kind: 'updated' })
    expect([lists.held.value?.manifest.number, lists.trouble.value]).toEqual([2, undefined])
  })

  it('never go back to older ones', async () => {
    const { lists, clock } = open()
    published = new Map(second.files)
    clock.value = day(2)
    await lists.update()
    published = new Map(first.files)
    expect(await lists.update()).toEqual({ kind: 'failed', code: 'list.rollback' })
  })

  it('follow a new root', async () => {
    const next = await nextRootFile(root, { issuedAt: day(2) })
    published = (await publish({ root, previous: first.snapshot, on: 2, roots: [next] })).files
    const { lists } = open()
    await lists.update()
    expect(lists.held.value?.root.number).toBe(2)
  })

  it('remember the newest time seen, so that a clock set back is noticed after a new start', async () => {
    const { lists } = open()
    await lists.update()
    lists.age(day(3))
    await expect.poll(async () => (await store.read()).newest?.seconds).toBe(day(3).getTime() / 1000)
    const again = open()
    await again.lists.start()
    expect(again.lists.age(day(2))?.clock).toBe('behind')
  })

  it('of another page that was faster are taken over', async () => {
    const [one, other] = [open(), open()]
    await one.lists.start()
    await other.lists.start()
    await one.lists.update()
    published = new Map(second.files)
    await other.lists.update()
    expect(await one.lists.update()).toEqual({ kind: 'unchanged' })
    expect(one.lists.held.value?.manifest.number).toBe(2)
  })

  it('that were damaged in the store give way to those before, and are mended', async () => {
    const { lists } = open()
    await lists.update()
    published = new Map(second.files)
    await lists.update()
    const damaged = open2(damagedCurrent(store, (files) => ({ ...files, manifest: flipped(files.manifest, 40) })))
    await damaged.lists.start()
    expect([damaged.lists.held.value?.manifest.number, damaged.lists.trouble.value]).toEqual([1, 'held.damaged'])
    expect(await damaged.lists.update()).toEqual({ kind: 'updated' })
    const again = open()
    await again.lists.start()
    expect([again.lists.held.value?.manifest.number, again.lists.trouble.value]).toEqual([2, undefined])
  })

  it('that were damaged and have none before them are not believed', async () => {
    const { lists } = open()
    await lists.update()
    for (const at of [0, 50, 500]) {
      const harm = (files: KeptState['files']) => ({
        ...files,
        lists: { ...files.lists, trust: flipped(files.lists.trust, at) },
      })
      const damaged = open2(damagedCurrent(store, harm))
      await damaged.lists.start()
      expect([damaged.lists.held.value, damaged.lists.trouble.value]).toEqual([undefined, 'held.damaged'])
    }
  })

  it('bring their chunks, and later ones by deltas', async () => {
    const entry = (fill: number) => ({ type: 'UCI', hash: new Uint8Array(16).fill(fill) }) as const
    const old = revocationFiles([entry(7)], { at: day(1) })
    const next = revocationFiles([entry(7), entry(9)], {
      at: day(2),
      previous: { body: old.body, file: (name) => old.files.get(name) },
    })
    const before = await publish({ root, contents: { revocation: old.body }, pieces: old.files })
    const after = await publish({
      root,
      previous: before.snapshot,
      on: 2,
      contents: { revocation: next.body },
      pieces: next.files,
    })
    const { lists, asked } = open()
    published = before.files
    expect(await lists.update()).toEqual({ kind: 'updated' })
    const [chunk = ''] = [...old.files.keys()]
    expect(await lists.chunks.chunk(chunk)).toHaveLength(16)

    published = new Map(after.files)
    const [, delta = ''] = [...next.files.keys()].filter((name) => !old.files.has(name)).toSorted(bySize(next.files))
    expect((await lists.update()).kind).toBe('updated')
    const pieces = asked.filter((name) => name.startsWith('chunks/'))
    expect(pieces).toEqual([pieceName(chunk), pieceName(delta)])

    published.clear()
    const again = open()
    await again.lists.start()
    expect(again.lists.trouble.value).toBeUndefined()
  })

  it('stay when a piece of the next ones is missing', async () => {
    const { lists } = open()
    await lists.update()
    const revoked = revocationFiles([{ type: 'UCI', hash: new Uint8Array(16) }], { at: day(2) })
    published = (await publish({ root, previous: first.snapshot, on: 2, contents: { revocation: revoked.body } })).files
    expect(await lists.update()).toEqual({ kind: 'failed', code: 'held.piece-missing' })
    expect(lists.held.value?.manifest.number).toBe(1)
  })

  function open2(other: Store) {
    return device(other, root, () => published)
  }
})

/** The delta is larger than the chunk that it leads to: it names the list, too. */
function bySize(files: ReadonlyMap<string, Uint8Array>): (a: string, b: string) => number {
  return (a, b) => (files.get(b)?.length ?? 0) - (files.get(a)?.length ?? 0)
}

/** A store of which one file reads otherwise than it was written. */
function damagedCurrent(store: Store, harm: (files: KeptState['files']) => KeptState['files']): Store {
  let isMended = false
  return {
    ...store,
    async read(): Promise<Kept> {
      const kept = await store.read()
      if (kept.current === undefined || isMended) return kept
      return { ...kept, current: { ...kept.current, files: harm(kept.current.files) } }
    },
    async hold(holding) {
      await store.hold(holding)
      isMended = true
    },
  }
}
