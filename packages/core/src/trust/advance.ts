import { Fault } from '../fault.ts'
import { readBodies } from './bodies.ts'
import { type ListKind, listKinds } from './list-kind.ts'
import { requireEpoch, requireGrown, requireNotOlder, requireUnexpired } from './list-order.ts'
import { eachKind, type Manifest, readManifest, requireNamed } from './manifest.ts'
import type { Root } from './root.ts'
import { type RootChain, walkRoots } from './root-chain.ts'
import { openList, type SignedList } from './signed-list.ts'
import type { Offer, Snapshot, SnapshotFiles } from './snapshot.ts'
import { wholeSeconds } from './whole-seconds.ts'

/**
 * Judges an offer against what is held: a newer snapshot, or a refusal, and `held` stays as it is either way.
 * The clock is `now`, read once. Only expiry needs it: a clock that runs behind keeps no list out.
 * @throws Fault `ListCode`
 */
export async function advance(held: Root | Snapshot, offer: Offer, now: Date): Promise<Snapshot> {
  const at = wholeSeconds(now)
  const before = 'files' in held ? held : undefined
  const chain = await walkRoots(chainOf(held), offer.roots)
  if (at > chain.root.expiresAt) throw new Fault('list.root-expired', 'newest root')

  const manifest = await openManifest(chain.root, offer.manifest)
  requireNotOlder(manifest, before?.manifest)
  requireUnexpired(manifest, at)

  const files = { roots: chain.files, manifest: offer.manifest, lists: completed(offer, before) }
  const lists = await openLists(chain.root, manifest, files)
  for (const kind of listKinds) {
    requireNotOlder(lists[kind].statement, before?.statements[kind])
    requireUnexpired(lists[kind].statement, at)
  }

  const snapshot = snapshotOf(chain.root, manifest, lists, files)
  requireGrown(snapshot.denied, before?.denied)
  return isHeld(manifest, before) ? { ...snapshot, newest: before.newest } : snapshot
}

/**
 * Makes the snapshot of files that were kept. Everything is checked again but what needs a clock or
 * something older to compare with. `newest` is the one of the snapshot that was kept.
 * @throws Fault `ListCode`
 */
export async function restore(pinned: Root, files: SnapshotFiles, newest: number): Promise<Snapshot> {
  if (!Number.isSafeInteger(newest)) throw new Fault('list.shape', 'newest time')
  const chain = await walkRoots(chainOf(pinned), files.roots)
  const manifest = await openManifest(chain.root, files.manifest)
  const lists = await openLists(chain.root, manifest, files)
  const snapshot = snapshotOf(chain.root, manifest, lists, { ...files, roots: chain.files })
  return { ...snapshot, newest: Math.max(newest, manifest.issuedAt) }
}

function chainOf(held: Root | Snapshot): RootChain {
  return 'files' in held ? { root: held.root, files: held.files.roots } : { root: held, files: [held.file] }
}

/** The lists offered, and those held in place of the ones left out. */
function completed({ lists }: Offer, before: Snapshot | undefined): SnapshotFiles['lists'] {
  return eachKind((kind) => {
    const file = lists[kind] ?? before?.files.lists[kind]
    if (file === undefined) throw new Fault('list.mixed', 'a list is missing')
    return file
  })
}

async function openManifest(root: Root, file: Uint8Array): Promise<Manifest> {
  const list = await openList(file, 'manifest', root.roles.lists)
  requireEpoch(root, list.statement)
  return readManifest(list)
}

type Lists = Readonly<Record<ListKind, SignedList>>

async function openLists(root: Root, manifest: Manifest, files: SnapshotFiles): Promise<Lists> {
  const lists = new Map<ListKind, SignedList>()
  for (const kind of listKinds) {
    const list = await openList(files.lists[kind], kind, root.roles.lists)
    requireEpoch(root, list.statement)
    requireNamed(manifest, kind, list.statement)
    lists.set(kind, list)
  }
  return eachKind((kind) => lists.get(kind) as SignedList)
}

/** A manifest that is new sets the newest time, whatever the device's clock may have shown before: it is signed. */
function snapshotOf(root: Root, manifest: Manifest, lists: Lists, files: SnapshotFiles): Snapshot {
  const statements = eachKind((kind) => lists[kind].statement)
  return { root, manifest, statements, ...readBodies(lists, root.environment), newest: manifest.issuedAt, files }
}

function isHeld({ epoch, number }: Manifest, before: Snapshot | undefined): before is Snapshot {
  return before?.manifest.epoch === epoch && before.manifest.number === number
}
