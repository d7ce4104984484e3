import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { listKinds, pinRoot, type Root, restore, type Snapshot, type SnapshotFiles } from '@vaxcert/core/trust'
import type { Disk } from './disk.ts'
import { CHUNKS, listName, listsOf, MANIFEST, MAX_ROOT_BYTES, ROOTS, readListFiles, rootName } from './layout.ts'
import { readNewest, writeNewest } from './newest-seen.ts'
import { namesIn, readFileOf } from './read-file.ts'
import { removeOthers } from './remove-others.ts'
import { replaceFile } from './replace-file.ts'
import { chunkNames, ourPieces, writePieces } from './revocation-pieces.ts'

/**
 * What a checker holds. `pinned.root` is what it was given to trust; each accepted snapshot lies in `states/NAME`,
 * written whole before `current`, a file with that name, is replaced: whenever the process ends, the one or the other
 * snapshot is held.
 */
export interface Held {
  readonly pinned: Root
  /** Absent until a first snapshot was accepted. */
  readonly accepted?: { readonly state: string; readonly snapshot: Snapshot }
}

/** What is to be held. */
export interface Holding {
  readonly snapshot: Snapshot
  /** By the hex of their SHA-256. */
  readonly chunks: ReadonlyMap<string, Uint8Array>
}

const PINNED = 'pinned.root'
const CURRENT = 'current'
const STATES = 'states'

const ourStates = /^(?:\d+-\d+-[0-9a-f]{64}|next-\d+)$/

/** True for a folder that holds at least a root. */
export function isHeldFolder(folder: string): boolean {
  return namesIn(folder).includes(PINNED)
}

/**
 * Reads a held folder and checks every signature and hash in it anew. `expected` is the root that the caller trusts,
 * where he says which.
 * @throws Fault `held.empty`, `held.damaged`, `held.other-root` or a ListCode
 */
export async function readHeld(folder: string, expected?: Uint8Array): Promise<Held> {
  const root = readFileOf(folder, PINNED, MAX_ROOT_BYTES)
  if (root === undefined) throw new Fault('held.empty', 'no root is pinned')
  if (expected && Buffer.compare(expected, root) !== 0) throw new Fault('held.other-root', 'another root is pinned')
  const pinned = await pinRoot(root)
  const state = readCurrent(folder)
  if (state === undefined) return { pinned }
  return { pinned, accepted: { state, snapshot: await restoreState(folder, state, pinned) } }
}

/**
 * Holds a snapshot in the place of the one that `before` read, with all chunks of its revocation list. The root is
 * pinned the first time and never replaced. What the snapshot before needs stays, for a reader that is under way.
 * @throws Fault `held.busy` when the folder has another one by now
 */
export function hold(folder: string, { snapshot, chunks }: Holding, before: Held, disk: Disk): void {
  const state = stateName(snapshot)
  const old = before.accepted
  disk.makeFolder(folder)
  if (!isHeldFolder(folder)) replaceFile(join(folder, PINNED), before.pinned.file, disk)
  writePieces(folder, chunks, disk)
  if (state !== old?.state) {
    writeState(join(folder, STATES), state, snapshot.files, disk)
    if (readCurrent(folder) !== old?.state) throw new Fault('held.busy', 'another update was faster')
    replaceFile(join(folder, CURRENT), Buffer.from(`${state}\n`), disk)
  }
  writeNewest(folder, state, snapshot.newest, disk)
  removeOthers(join(folder, STATES), ourStates, [state, old?.state ?? state], disk)
  const older = old ? chunkNames(old.snapshot.revocation) : []
  removeOthers(join(folder, CHUNKS), ourPieces, [...chunks.keys(), ...older], disk)
}

/** Remembers that this device's clock showed a later time; of a folder that may not be written, nothing. */
export function keepNewest(folder: string, state: string, { newest }: Snapshot, disk: Disk): void {
  try {
    writeNewest(folder, state, newest, disk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
  }
}

/** The name of the state that is held; undefined until there is one. */
function readCurrent(folder: string): string | undefined {
  const file = readFileOf(folder, CURRENT, 256)
  if (file === undefined) return undefined
  const state = /^(\d+-\d+-[0-9a-f]{64})\n$/.exec(Buffer.from(file).toString('latin1'))?.[1]
  if (state === undefined) throw new Fault('held.damaged', 'the name of what is held')
  return state
}

async function restoreState(folder: string, state: string, pinned: Root): Promise<Snapshot> {
  const { roots, manifest, lists: some } = readListFiles(join(folder, STATES, state))
  const lists = listsOf(some)
  if (manifest === undefined || lists === undefined) throw new Fault('held.damaged', 'a file is missing')
  const snapshot = await restore(pinned, { roots, manifest, lists }, readNewest(folder, state))
  if (stateName(snapshot) !== state) throw new Fault('held.damaged', 'another snapshot than the one that was accepted')
  return snapshot
}

/** Its numbers, for people, and the hash of all its files. */
function stateName({ manifest, files }: Snapshot): string {
  const hash = createHash('sha256')
  for (const [name, file] of namedFiles(files)) hash.update(`${name} ${file.length}\n`).update(file)
  return `${manifest.epoch}-${manifest.number}-${hash.digest('hex')}`
}

function namedFiles({ roots, manifest, lists }: SnapshotFiles): readonly (readonly [string, Uint8Array])[] {
  return [
    ...roots.map((root, index) => [rootName(index + 1), root] as const),
    ...listKinds.map((kind) => [listName(kind), lists[kind]] as const),
    [MANIFEST, manifest],
  ]
}

/** A folder of that name which is there already was left by an update that did not come to its end. */
function writeState(states: string, state: string, files: SnapshotFiles, disk: Disk): void {
  const next = join(states, `next-${process.pid}`)
  disk.remove(next)
  disk.makeFolder(join(next, ROOTS))
  for (const [name, file] of namedFiles(files)) disk.write(join(next, name), file)
  disk.flushFolder(join(next, ROOTS))
  disk.flushFolder(next)
  disk.remove(join(states, state))
  disk.rename(next, join(states, state))
  disk.flushFolder(states)
}
