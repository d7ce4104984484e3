import { resolve } from 'node:path'
import { Fault } from '@vaxcert/core'
import { noticed, pinRoot, type Snapshot } from '@vaxcert/core/trust'
import { usageError } from '../exit.ts'
import { readWhole } from '../inputs/files.ts'
import type { Io } from '../io.ts'
import { printable } from '../terminal.ts'
import { offered } from '../trust/updating.ts'
import { wordsOf } from '../words.ts'
import { disk } from './disk.ts'
import { isHeldFolder, keepNewest, readHeld } from './held-folder.ts'
import { MAX_ROOT_BYTES } from './layout.ts'

/** Which lists are meant, and for which moment. */
export interface SnapshotChoice {
  /** A folder that a checker holds, or a published one. */
  readonly folder: string
  /** The root to check a published folder against, or the one that must be pinned in a held one. */
  readonly root?: string
  /** The moment to judge for, where it is not the one that the device's clock shows. */
  readonly at?: Date
}

/**
 * The lists to verify with. A held folder remembers the time that the device's clock shows, so that a clock set back
 * is noticed; a published one is judged like an offer.
 * @throws CommanderError with exit code 2 when they cannot be believed
 */
export async function openSnapshot({ folder, root, at }: SnapshotChoice, io: Io): Promise<Snapshot> {
  try {
    const path = resolve(io.cwd, folder)
    const trusted = root === undefined ? undefined : await readWhole(root, io, MAX_ROOT_BYTES)
    if (isHeldFolder(path)) return await openHeld(path, trusted, at === undefined ? io.now() : undefined)
    if (trusted === undefined)
      throw usageError(`${printable(folder)} is not a held folder. Name the root to trust with --root.`)
    return await offered({ pinned: await pinRoot(trusted) }, path, at ?? io.now())
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`Cannot use the lists in ${printable(folder)}: ${wordsOf(error.code)} (${error.code}).`)
  }
}

async function openHeld(path: string, root: Uint8Array | undefined, now: Date | undefined): Promise<Snapshot> {
  const { accepted } = await readHeld(path, root)
  if (accepted === undefined) throw new Fault('held.empty', 'nothing accepted yet')
  const { state, snapshot } = accepted
  if (now === undefined) return snapshot
  const seen = noticed(snapshot, now)
  if (seen.newest > snapshot.newest) keepNewest(path, state, seen, disk)
  return seen
}
