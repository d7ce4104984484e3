import type { Contents } from './bodies.ts'
import type { ListKind } from './list-kind.ts'
import { type ListsAge, listsAge } from './lists-age.ts'
import type { Manifest } from './manifest.ts'
import type { Root } from './root.ts'
import type { Statement } from './statement.ts'
import { wholeSeconds } from './whole-seconds.ts'

/** Everything a checker has to keep, as it was received. */
export interface SnapshotFiles {
  /** From the pinned root to the newest, one number after the other. */
  readonly roots: readonly Uint8Array[]
  readonly manifest: Uint8Array
  readonly lists: Readonly<Record<ListKind, Uint8Array>>
}

/** What somebody offers, believed in nothing. */
export interface Offer {
  /** In ascending order. May repeat ones that are held. */
  readonly roots: readonly Uint8Array[]
  readonly manifest: Uint8Array
  /** Lists that did not change may be left out. */
  readonly lists: Readonly<Partial<Record<ListKind, Uint8Array>>>
}

/** What a checker holds offline: lists of which each is signed, current when it came, and bound to the others. */
export interface Snapshot extends Contents {
  readonly root: Root
  readonly manifest: Manifest
  /** What is signed of each list: number, issued, expires. */
  readonly statements: Readonly<Record<ListKind, Statement>>
  /** Newest time ever seen, in whole seconds since 1970: of the manifest, or of this device's clock. */
  readonly newest: number
  readonly files: SnapshotFiles
}

/** How old the lists are at a moment, and whether the clock that shows it can be right. */
export function snapshotAge({ manifest, newest }: Snapshot, now: Date): ListsAge {
  return listsAge({ issuedAt: manifest.issuedAt, limits: manifest.limits, newest }, now)
}

/** The same snapshot, which has seen this moment too. */
export function noticed(snapshot: Snapshot, now: Date): Snapshot {
  const at = wholeSeconds(now)
  return at > snapshot.newest ? { ...snapshot, newest: at } : snapshot
}
