import type { SnapshotFiles } from '@vaxcert/core/trust'

/** A snapshot as it is kept. */
export interface KeptState {
  /** Its numbers and the hash of all its files. */
  readonly state: string
  readonly files: SnapshotFiles
}

/** The newest time seen. Nobody signs it, so it carries a sum against damage. */
export interface KeptNewest {
  /** Whole seconds since 1970. */
  readonly seconds: number
  readonly sum: string
}

/** All that is kept but the chunks, believed in nothing: the disk may have changed it. */
export interface Kept {
  readonly current?: KeptState
  /** The one that was held before it. */
  readonly before?: KeptState
  readonly newest?: KeptNewest
  /** Name of the state that was written last, beside it: an older one that is put back in its place is noticed. */
  readonly last?: string
}

/** What is to be held from now on. */
export interface Holding extends KeptState {
  readonly newest: KeptNewest
  /** The state that must be held until now; undefined for none. */
  readonly follows: string | undefined
  /** The one held until now is damaged: it does not become the one before. */
  readonly overDamaged: boolean
  /** Chunks that are not there yet, by the hex of their SHA-256. */
  readonly chunks: ReadonlyMap<string, Uint8Array>
  /** Names of all chunks that it, or the one before, needs: others go. */
  readonly needed: ReadonlySet<string>
}

/** Where lists outlive the page: IndexedDB, or memory where a browser keeps nothing. */
export interface Store {
  /** False where all is gone when the page closes. */
  readonly keeps: boolean
  /** @throws Fault `store.unavailable` */
  read(): Promise<Kept>
  /**
   * Changes everything in one step: whenever the power goes, the one or the other state is held, whole.
   * @throws Fault `held.busy` when another page was faster, `store.full`, `store.unavailable`
   */
  hold(holding: Holding): Promise<void>
  keepNewest(newest: KeptNewest): Promise<void>
  chunk(sha256: string): Promise<Uint8Array | undefined>
  chunkNames(): Promise<ReadonlySet<string>>
  /** Forgets chunks that are not what their names say. */
  dropChunk(sha256: string): Promise<void>
}
