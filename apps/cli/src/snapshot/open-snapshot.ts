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

export interface SnapshotChoice {
  /** A folder that a checker holds, or a published one. */
  readonly folder: string
  /** The root to check a published folder against. */
  readonly root?: string
  /** The moment to judge for, where it is not the one that the device's clock shows. */
  readonly at?: Date
}

const MAX_ROOT_BYTES = 64 * 2 ** 10

/**
 * The lists to verify with. A held folder remembers the time that the device's clock shows, so that a clock set back
 * is noticed; a published one is judged like an offer.
 * @throws CommanderError with exit code 2 when they cannot be believed
 */
export async function openSnapshot({ folder, root, at }: SnapshotChoice, io: Io): Promise<Snapshot> {
  try {
    const path = resolve(io.cwd, folder)
    if (isHeldFolder(path)) return await openHeld(path, at === undefined ? io.now() : undefined)
    if (root === undefined)
      throw usageError(`${printable(folder)} is not a held folder. Name the root to trust with --root.`)
    const pinned = await pinRoot(await readWhole(root, io, MAX_ROOT_BYTES))
    return await offered({ pinned }, path, at ?? io.now())
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw usageError(`Cannot use the lists in ${printable(folder)}: ${wordsOf(error.code)} (${error.code}).`)
  }
}

async function openHeld(path: string, now: Date | undefined): Promise<Snapshot> {
  const { accepted } = await readHeld(path)
  if (accepted === undefined) throw new Fault('held.empty', 'nothing accepted yet')
  const { state, snapshot } = accepted
  if (now === undefined) return snapshot
  const seen = noticed(snapshot, now)
  if (seen.newest > snapshot.newest) keepNewest(path, state, seen, disk)
  return seen
}
