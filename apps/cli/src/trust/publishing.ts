import { join } from 'node:path'
import { Fault } from '@vaxcert/core'
import { advance, pinRoot, type Snapshot } from '@vaxcert/core/trust'
import type { Disk } from '../snapshot/disk.ts'
import { folderChunks } from '../snapshot/folder-chunks.ts'
import { CHUNKS, type ListFiles, readListFiles } from '../snapshot/layout.ts'
import { settle, writePublication } from '../snapshot/published-folder.ts'
import { removeOthers } from '../snapshot/remove-others.ts'
import { fetchPieces, ourPieces, pieceNames } from '../snapshot/revocation-pieces.ts'
import { type Published, readPublished } from './published.ts'

/** What is published where, and for which moment it must be right. */
export interface PublishPlan {
  readonly staged: string
  readonly out: string
  readonly now: Date
}

/**
 * Publishes what is staged, if a checker who holds what is published now accepts it; else nothing is written.
 * Gives what such a checker holds then; undefined while there is only a root. Pieces of the revocation list that the lists
 * before named stay, for checkers that are fetching them.
 * @throws Fault `ListCode`, `StageCode`
 */
export async function publish({ staged, out, now }: PublishPlan, disk: Disk): Promise<Snapshot | undefined> {
  const files = readListFiles(staged)
  const [firstRoot] = files.roots
  if (firstRoot === undefined) throw new Fault('stage.empty', 'no root')
  settle(out, disk)
  const before = await readPublished(out)
  const held = before?.snapshot ?? before?.first ?? (await pinRoot(firstRoot))
  const manifest = files.manifest ?? before?.files.manifest
  if (manifest === undefined) {
    await requireOnlyFirst(files, before)
    writePublication(out, { roots: files.roots, lists: {}, chunks: new Map() }, disk)
    return undefined
  }
  const snapshot = await advance(held, { roots: files.roots, manifest, lists: files.lists }, now)
  requireMade(snapshot, now)
  const chunks = fetchPieces(
    pieceNames(snapshot.revocation),
    [folderChunks(staged), folderChunks(out)],
    'stage.piece-missing',
  )
  writePublication(out, { ...snapshot.files, chunks }, disk)
  const older = before?.snapshot ? pieceNames(before.snapshot.revocation) : []
  removeOthers(join(out, CHUNKS), ourPieces, [...chunks.keys(), ...older], disk)
  return snapshot
}

/** How far the clocks of two machines may differ, in seconds. */
const SKEW = 300

/**
 * Demands that nothing says it was made at a time that has not come. Checkers would take it, call their own clocks
 * behind, and take nothing that was made before, until a new epoch.
 * @throws Fault `stage.from-future`
 */
function requireMade({ root, manifest, statements }: Snapshot, now: Date): void {
  const latest = Math.max(...[root, manifest, ...Object.values(statements)].map(({ issuedAt }) => issuedAt))
  if (latest > now.getTime() / 1000 + SKEW) throw new Fault('stage.from-future', 'issued at a time to come')
}

/** Roots alone: only the first, for the next ones are checked together with lists. */
async function requireOnlyFirst({ roots: [root, ...more] }: ListFiles, before: Published | undefined): Promise<void> {
  if (root === undefined || more.length > 0) throw new Fault('stage.empty', 'no manifest')
  await pinRoot(root)
  if (before !== undefined && Buffer.compare(before.first.file, root) !== 0) {
    throw new Fault('list.changed', 'another first root')
  }
}
