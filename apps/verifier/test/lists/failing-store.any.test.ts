import { Fault } from '@vaxcert/core/fault'
import { listKinds, type SnapshotFiles } from '@vaxcert/core/trust'
import { revocationFiles } from '@vaxcert/core/trust/publish'
import { beforeEach, describe, expect, it } from 'vitest'
import { firstRoot } from '../../../../packages/core/test/trust/list-world.ts'
import { memoryStore } from '../../src/lists/store/memory-store.ts'
import type { Kept, Store } from '../../src/lists/store/store.ts'
import { day, device, flipped, type Published, publish } from './published.ts'

const root = await firstRoot()
const first = await publish({ root })
const revoked = revocationFiles([{ type: 'UCI', hash: new Uint8Array(16).fill(7) }], { at: day(2) })
const second = await publish({
  root,
  previous: first.snapshot,
  on: 2,
  contents: { revocation: revoked.body },
  pieces: revoked.files,
})
const [piece = ''] = revoked.files.keys()

let store: Store
let published: Published['files']
const open = (over: Partial<Store> = {}) => device({ ...store, ...over }, root, () => published)

beforeEach(() => {
  store = memoryStore(true)
  published = new Map(first.files)
})

describe('Where the store takes nothing', () => {
  it.each(['store.full', 'store.unavailable'] as const)(
    '(%s) newer lists are used, and said to be unkept',
    async (code) => {
      await open().lists.update()
      published = new Map(second.files)
      const { lists } = open({ hold: () => Promise.reject(new Fault(code, 'no')) })
      await lists.start()
      expect(await lists.update()).toEqual({ kind: 'unkept', code })
      expect([lists.held.value?.manifest.number, lists.trouble.value]).toEqual([2, code])
      expect(await lists.chunks.chunk(piece)).toBeDefined()
      const again = open()
      await again.lists.start()
      expect(again.lists.held.value?.manifest.number).toBe(1)
    },
  )

  it('they are kept as soon as there is room, and pieces are not fetched again', async () => {
    let isFull = true
    published = new Map(second.files)
    const hold: Store['hold'] = (holding) =>
      isFull ? Promise.reject(new Fault('store.full', 'no')) : store.hold(holding)
    const { lists, asked } = open({ hold })
    expect((await lists.update()).kind).toBe('unkept')
    isFull = false
    expect(await lists.update()).toEqual({ kind: 'updated' })
    expect(lists.trouble.value).toBeUndefined()
    expect(asked.filter((name) => name.endsWith(piece))).toHaveLength(1)
    expect(await store.chunkNames()).toContain(piece)
  })

  it('a browser that keeps nothing says so, and goes on', async () => {
    const { lists } = device(memoryStore(false), root, () => published)
    expect(await lists.update()).toEqual({ kind: 'unkept', code: 'store.unavailable' })
    expect(await lists.update()).toEqual({ kind: 'unchanged' })
    expect([lists.held.value?.manifest.number, lists.trouble.value]).toEqual([1, 'store.unavailable'])
  })

  it('a store that cannot even be read any more does not end the use of lists', async () => {
    const broken = () => Promise.reject(new Fault('store.unavailable', 'no'))
    const { lists } = open({ read: broken, hold: broken, chunkNames: broken, chunk: broken, keepNewest: broken })
    await lists.start()
    expect(lists.trouble.value).toBe('store.unavailable')
    expect(await lists.update()).toEqual({ kind: 'unkept', code: 'store.unavailable' })
    expect(lists.held.value?.manifest.number).toBe(1)
  })
})

describe('Two pages that renew lists at once', () => {
  it('both end with the new ones', async () => {
    const pages = [open(), open(), open()]
    for (const { lists } of pages) await lists.start()
    const outcomes = await Promise.all(pages.map(({ lists }) => lists.update()))
    expect(outcomes.map(({ kind }) => kind)).not.toContain('failed')
    for (const { lists } of pages)
      expect([lists.held.value?.manifest.number, lists.trouble.value]).toEqual([1, undefined])
  })
})

describe('A store of which something is not what was written', () => {
  /** A device that begins with what the store gives, and has no network. */
  async function restarted(change: (kept: Kept) => Kept) {
    const kept = await store.read()
    published = new Map()
    const made = open({ read: async () => change(kept) })
    await made.lists.start()
    await made.lists.update()
    return [made.lists.held.value?.manifest.number, made.lists.trouble.value]
  }

  beforeEach(async () => {
    await open().lists.update()
    published = new Map(second.files)
    await open().lists.update()
  })

  it('is believed when nothing was changed', async () => {
    const [held] = await restarted((kept) => kept)
    expect(held).toBe(2)
  })

  it('is told to be damaged when older lists, rightly signed, were put in the place of newer ones', async () => {
    expect(
      await restarted(({ current: _, ...kept }) => ({ ...kept, ...(kept.before && { current: kept.before }) })),
    ).toEqual([1, 'held.damaged'])
  })

  it.each<[string, (kept: Kept) => Kept]>([
    ['the newest time', ({ newest: _, ...kept }) => kept],
    ['the name of the last state', ({ last: _, ...kept }) => kept],
  ])('is told to be damaged when %s is gone', async (_, change) => {
    expect(await restarted(change)).toEqual([2, 'held.damaged'])
  })

  it('is never believed with any bit turned round, any file cut, or parts of two states', async () => {
    const { current, before, last } = (await store.read()) as Required<Kept>
    const harmed = (files: Partial<SnapshotFiles>) => ({ ...current, files: { ...current.files, ...files } })
    const states = listKinds.flatMap((kind) => {
      const file = current.files.lists[kind]
      const without = { ...current.files.lists }
      const over = (bytes: Uint8Array) => harmed({ lists: { ...without, [kind]: bytes } })
      return [...samples(file).map(over), over(before.files.lists[kind].slice(0, -1))]
    })
    states.push(...samples(current.files.manifest).map((manifest) => harmed({ manifest })))
    states.push(harmed({ manifest: before.files.manifest }), { ...current, state: before.state })
    for (const each of states) {
      expect(await restarted((kept) => ({ ...kept, current: each }))).toEqual([1, 'held.damaged'])
      expect(await restarted(({ newest }) => ({ newest, current: each, last }) as Kept)).toEqual([
        undefined,
        'held.damaged',
      ])
    }
    expect(states.length).toBeGreaterThan(150)
  })

  it('is told to be damaged when the newest time is another one', async () => {
    const { newest } = (await store.read()) as Required<Kept>
    for (const change of [
      { seconds: newest.seconds - 1 },
      { seconds: newest.seconds + 1e8 },
      { seconds: NaN },
      { sum: '' },
    ]) {
      expect(await restarted((kept) => ({ ...kept, newest: { ...newest, ...change } }))).toEqual([2, 'held.damaged'])
    }
  })

  it('that is emptied while the page is open is told of, and filled again', async () => {
    let inner = store
    const page = open({
      read: () => inner.read(),
      hold: (holding) => inner.hold(holding),
      chunkNames: () => inner.chunkNames(),
      chunk: (sha256) => inner.chunk(sha256),
    })
    await page.lists.start()
    inner = memoryStore(true)
    const there = published
    published = new Map()
    await page.lists.update()
    expect([page.lists.held.value?.manifest.number, page.lists.trouble.value]).toEqual([2, 'held.damaged'])
    published = there
    expect(await page.lists.update()).toEqual({ kind: 'updated' })
    expect(page.lists.trouble.value).toBeUndefined()
    expect([(await inner.read()).current?.state, [...(await inner.chunkNames())]]).toEqual([
      (await store.read()).current?.state,
      [piece],
    ])
  })
})

/** The file with one bit turned round, at forty places and in its first and last byte; and cut, and gone. */
function samples(file: Uint8Array): readonly Uint8Array[] {
  const step = Math.max(1, Math.floor(file.length / 40))
  const places = Array.from({ length: Math.ceil(file.length / step) }, (_, index) => index * step)
  return [...[...places, file.length - 1].map((at) => flipped(file, at)), file.slice(0, -1), new Uint8Array()]
}
