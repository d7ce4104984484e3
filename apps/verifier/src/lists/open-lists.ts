import { signal } from '@preact/signals'
import { Fault } from '@vaxcert/core/fault'
import { advance, noticed, type Root, type Snapshot, snapshotAge } from '@vaxcert/core/trust'
import { gatherChunks } from './gather-chunks.ts'
import { keptChunks } from './kept-chunks.ts'
import { chunksOf, type ListSource } from './layout.ts'
import type { Lists } from './lists.ts'
import type { ListsTrouble, StoreTrouble, UpdateOutcome } from './lists-codes.ts'
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
  const chunks = keptChunks(store)
  let storedState: string | undefined
  let isDamaged = false
  let turn: Promise<unknown> = Promise.resolve()

  /** Once, and not with each certificate that is checked: nobody shall learn how many there are. */
  function mend(): void {
    isDamaged = true
    trouble.value = 'held.damaged'
    void lists.update()
  }

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
    const isLost = kept.current === undefined && storedState !== undefined
    storedState = kept.current?.state
    isDamaged = restored.damaged || isLost
    if (restored.snapshot !== undefined) held.value = restored.snapshot
    trouble.value = isDamaged ? 'held.damaged' : held.value === undefined ? 'held.empty' : undefined
  }

  async function takeOver(from: ListSource): Promise<UpdateOutcome> {
    const before = held.value
    const base = before ?? (await pinned())
    const snapshot = await advance(base, await readOffer(from, base), now())
    const gathered = await piecesFor(snapshot, from)
    const state = await stateName(snapshot)
    const isSame = state === storedState && gathered.size === 0 && !isDamaged
    const why = isSame ? undefined : await storeTrouble(() => keep(snapshot, before ?? snapshot, state, gathered))
    chunks.unkept = why === undefined ? new Map() : gathered
    held.value = snapshot
    trouble.value = why ?? (store.keeps ? undefined : 'store.unavailable')
    if (isSame) return { kind: 'unchanged' }
    return trouble.value === undefined ? { kind: 'updated' } : { kind: 'unkept', code: trouble.value }
  }

  /** All that must be put into the store, or be had in memory, for this snapshot. */
  async function piecesFor({ revocation }: Snapshot, from: ListSource): Promise<ReadonlyMap<string, Uint8Array>> {
    const names = await store.chunkNames().catch(() => new Set<string>())
    return gatherChunks(revocation, { snapshot: held.value, chunks, names }, from)
  }

  async function keep(
    { files, newest, revocation }: Snapshot,
    before: Snapshot,
    state: string,
    pieces: ReadonlyMap<string, Uint8Array>,
  ): Promise<void> {
    const needed = new Set([...chunksOf(revocation), ...chunksOf(before.revocation)])
    const [follows, overDamaged] = [storedState, isDamaged]
    await store.hold({ state, files, newest: await newestOf(newest), follows, overDamaged, chunks: pieces, needed })
    storedState = state
    isDamaged = false
  }

  /** Whatever goes wrong, what is held stays. A page that was overtaken by another begins again, once. */
  async function attempt(from: () => Promise<ListSource>): Promise<UpdateOutcome> {
    const work = async () => {
      await storeTrouble(reread)
      return takeOver(await from())
    }
    try {
      return await inTurn(() => work().catch((error: unknown) => (isOvertaken(error) ? work() : Promise.reject(error))))
    } catch (error) {
      const code = codeOf(error)
      trouble.value = isDamaged ? 'held.damaged' : code
      return { kind: 'failed', code }
    }
  }

  function notice(seen: Snapshot): void {
    held.value = seen
    void inTurn(async () => store.keepNewest(await newestOf(seen.newest))).catch(() => undefined)
  }

  const lists: Lists = {
    held,
    trouble,
    chunks: {
      async chunk(sha256) {
        const chunk = await chunks.chunk(sha256)
        if (chunk === undefined && !isDamaged) mend()
        return chunk
      },
    },
    age(at) {
      const before = held.value
      if (before === undefined) return undefined
      const seen = noticed(before, at)
      if (seen.newest - before.newest >= NOTICE_SECONDS) queueMicrotask(() => held.peek() === before && notice(seen))
      return snapshotAge(seen, at)
    },
    async start() {
      await inTurn(reread).catch((error: unknown) => {
        trouble.value = codeOf(error)
      })
      lists.age(now())
      often(() => void lists.update())
    },
    update: () => attempt(source),
    importFile: (file) => attempt(() => packSource(file)),
    importFolder: (files) => attempt(async () => folderSource(files)),
  }
  return lists
}

/** A store that fails is no reason to stop: what it did not take, or give, this page has in memory. */
async function storeTrouble(work: () => Promise<void>): Promise<StoreTrouble | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    const code = error instanceof Fault ? error.code : ''
    if (code === 'store.full' || code === 'store.unavailable') return code
    throw error
  }
}

function isOvertaken(error: unknown): boolean {
  return error instanceof Fault && error.code === 'held.busy'
}

function codeOf(error: unknown): ListsTrouble {
  if (error instanceof Fault) return error.code as ListsTrouble
  throw error
}
