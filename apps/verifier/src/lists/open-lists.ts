import { signal } from '@preact/signals'
import { Fault } from '@vaxcert/core/fault'
import { advance, noticed, type Root, type Snapshot, snapshotAge } from '@vaxcert/core/trust'
import { gatherChunks } from './gather-chunks.ts'
import { keptChunks } from './kept-chunks.ts'
import { chunksOf, type ListSource } from './layout.ts'
import type { Lists } from './lists.ts'
import type { ListsTrouble, UpdateOutcome } from './lists-codes.ts'
import { readOffer } from './offer.ts'
import { restoreHeld } from './restore-held.ts'
import { folderSource } from './sources/folder-source.ts'
import { packSource } from './sources/pack.ts'
import { newestOf, stateName } from './store/state-name.ts'
import type { Store } from './store/store.ts'

/** What lists need of their surroundings. */
export interface ListsPlace {
  readonly store: Store
  /** The root that the app ships. */
  readonly pinned: () => Promise<Root>
  /** The published folder. */
  readonly source: () => Promise<ListSource>
  readonly now: () => Date
  /** Calls `look` whenever it may be worth to look for newer lists. */
  readonly often: (look: () => void) => void
}

/** A minute's progress of the clock is not worth writing down more often. */
const NOTICE_SECONDS = 60

/** Lists that are empty until `start`. */
export function openLists({ store, pinned, source, now, often }: ListsPlace): Lists {
  const held = signal<Snapshot | undefined>()
  const trouble = signal<ListsTrouble | undefined>('held.empty')
  const chunks = keptChunks(store, () => {
    trouble.value = 'held.damaged'
  })
  let storedState: string | undefined
  let isDamaged = false
  let turn: Promise<unknown> = Promise.resolve()

  /** One change after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  /** Takes over what is kept where it is not what this page has: at the start, or when another page was faster. */
  async function reread(): Promise<void> {
    const kept = await store.read()
    if (kept.current !== undefined && kept.current.state === storedState) return
    const restored = await restoreHeld(await pinned(), kept, await store.chunkNames())
    storedState = kept.current?.state
    isDamaged = restored.damaged
    if (restored.snapshot !== undefined) held.value = restored.snapshot
    trouble.value = restored.damaged ? 'held.damaged' : held.value === undefined ? 'held.empty' : undefined
  }

  async function takeOver(from: ListSource): Promise<UpdateOutcome> {
    await reread()
    const before = held.value
    const base = before ?? (await pinned())
    const snapshot = await advance(base, await readOffer(from, base), now())
    const names = await store.chunkNames()
    const gathered = await gatherChunks(snapshot.revocation, { snapshot: before, chunks, names }, from)
    const state = await stateName(snapshot)
    const isSame = state === storedState && gathered.size === 0 && !isDamaged
    if (!isSame) await keep(snapshot, state, gathered)
    held.value = snapshot
    trouble.value = undefined
    return { kind: isSame ? 'unchanged' : 'updated' }

    async function keep(next: Snapshot, name: string, pieces: ReadonlyMap<string, Uint8Array>): Promise<void> {
      const needed = new Set([next, before ?? next].flatMap(({ revocation }) => chunksOf(revocation)))
      const newest = await newestOf(next.newest)
      const { files } = next
      const [follows, overDamaged] = [storedState, isDamaged]
      await store.hold({ state: name, files, newest, follows, overDamaged, chunks: pieces, needed })
      storedState = name
      isDamaged = false
    }
  }

  /** Whatever goes wrong, what is held stays. */
  async function attempt(from: () => Promise<ListSource>): Promise<UpdateOutcome> {
    try {
      return await inTurn(async () => takeOver(await from()))
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      trouble.value = error.code as ListsTrouble
      return { kind: 'failed', code: error.code as ListsTrouble }
    }
  }

  function notice(seen: Snapshot): void {
    held.value = seen
    void inTurn(async () => store.keepNewest(await newestOf(seen.newest))).catch(() => undefined)
  }

  const lists: Lists = {
    held,
    trouble,
    chunks,
    age(at) {
      const before = held.peek()
      if (before === undefined) return undefined
      const seen = noticed(before, at)
      if (seen.newest - before.newest >= NOTICE_SECONDS) queueMicrotask(() => held.peek() === before && notice(seen))
      return snapshotAge(seen, at)
    },
    async start() {
      try {
        await inTurn(reread)
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        trouble.value = error.code as ListsTrouble
      }
      lists.age(now())
      often(() => void lists.update())
    },
    update: () => attempt(source),
    importFile: (file) => attempt(() => packSource(file)),
    importFolder: (files) => attempt(async () => folderSource(files)),
  }
  return lists
}
