import { Fault } from '@vaxcert/core'
import { advance, pinRoot, type Snapshot } from '@vaxcert/core/trust'
import { usageError } from '../exit.ts'
import type { Disk } from '../snapshot/disk.ts'
import { folderChunks } from '../snapshot/folder-chunks.ts'
import { type Held, hold, isHeldFolder, readHeld } from '../snapshot/held-folder.ts'
import { readListFiles } from '../snapshot/layout.ts'
import { chunkNames, fetchPieces } from '../snapshot/revocation-pieces.ts'
import { printable } from '../terminal.ts'

/** What is held, and where newer lists may lie. */
export interface UpdatePlan {
  readonly held: string
  readonly from: string
  /** The root to pin, for a folder that holds nothing yet. */
  readonly root?: Uint8Array
  readonly now: Date
}

/**
 * Takes over what a published folder offers, if it may follow on what is held; else what is held stays.
 * @throws Fault `ListCode`, `HeldCode`
 */
export async function update({ held, from, root, now }: UpdatePlan, disk: Disk): Promise<Snapshot> {
  const before = await readBefore(held, root)
  const snapshot = await offered(before, from, now)
  const sources = [folderChunks(held), folderChunks(from)]
  const chunks = fetchPieces(chunkNames(snapshot.revocation), sources, 'held.piece-missing')
  hold(held, { snapshot, chunks }, before, disk)
  return snapshot
}

/**
 * What a published folder offers, judged against what is held.
 * @throws Fault `ListCode`
 * @throws CommanderError with exit code 2 where nothing is published
 */
export async function offered({ pinned, accepted }: Held, from: string, now: Date): Promise<Snapshot> {
  const { roots, manifest, lists } = readListFiles(from)
  if (manifest === undefined) throw usageError(`There are no published lists in ${printable(from)}.`)
  return advance(accepted?.snapshot ?? pinned, { roots, manifest, lists }, now)
}

async function readBefore(held: string, root: Uint8Array | undefined): Promise<Held> {
  if (isHeldFolder(held)) return readHeld(held, root)
  if (root === undefined) throw new Fault('held.empty', 'no root is pinned')
  return { pinned: await pinRoot(root) }
}
