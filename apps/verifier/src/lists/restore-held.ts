import { Fault } from '@vaxcert/core/fault'
import { type Root, restore, type Snapshot } from '@vaxcert/core/trust'
import { chunksOf } from './layout.ts'
import { readNewest, stateName } from './store/state-name.ts'
import type { Kept, KeptState } from './store/store.ts'

/** What of the kept can be believed. */
export interface Restored {
  readonly snapshot?: Snapshot
  /** Something of it was not what was written, or is missing. */
  readonly damaged: boolean
}

/**
 * Checks every signature and hash of what was kept anew. Of a state that is no longer what was written nothing is
 * believed: then the one before it counts, or none.
 * @param names chunks that lie in the store
 */
export async function restoreHeld(pinned: Root, kept: Kept, names: ReadonlySet<string>): Promise<Restored> {
  const newest = kept.newest && (await readNewest(kept.newest))
  for (const state of [kept.current, kept.before]) {
    const snapshot = state && (await restoreState(pinned, state, newest ?? 0))
    if (snapshot === undefined) continue
    const isWhole = chunksOf(snapshot.revocation).every((name) => names.has(name))
    const isLatest = state === kept.current && state?.state === kept.last
    return { snapshot, damaged: !isLatest || newest === undefined || !isWhole }
  }
  return { damaged: kept.current !== undefined || kept.before !== undefined }
}

/** Undefined when it is not what was written: a record of another form throws what it likes. */
async function restoreState(pinned: Root, { state, files }: KeptState, newest: number): Promise<Snapshot | undefined> {
  try {
    const snapshot = await restore(pinned, files, newest)
    return (await stateName(snapshot)) === state ? snapshot : undefined
  } catch (error) {
    if (error instanceof Fault || error instanceof TypeError) return undefined
    throw error
  }
}
