import { Fault } from '@vaxcert/core/fault'
import { writeBundle } from './bundle.ts'
import type { Checkpoint } from './checkpoint.ts'
import { buildTree } from './grow.ts'
import { HASH_BYTES, leafHash, sameBytes } from './hash.ts'
import { CHECKPOINT_PATH, entriesPath, tilePath } from './log-path.ts'
import { TILE_WIDTH, type Tile } from './tile.ts'
import { treeRoot } from './tree.ts'

/** A file of a published log. */
export interface LogFile {
  /** Below the folder of the log, with slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * All files of a log (C2SP tlog-tiles), each once, the checkpoint last: who serves them as they come never shows a checkpoint
 * without its tiles. Entries beyond the checkpoint's size are not asked for. In bounded memory.
 * @throws Fault `log.root` when the entries are not those of the checkpoint
 */
export async function* logFiles(
  checkpoint: Checkpoint,
  note: Uint8Array,
  entries: AsyncIterable<Uint8Array>,
): AsyncGenerator<LogFile> {
  const tree = buildTree()
  let at = 0
  for await (const bundle of bundles(entries, checkpoint.size)) {
    yield { path: entriesPath(at, bundle.length), bytes: writeBundle(bundle) }
    yield* tree.append(bundle.map(leafHash)).map(tileFile)
    at += 1
  }
  const end = tree.end()
  yield* end.tiles.map(tileFile)
  if (end.tree.size !== checkpoint.size || !sameBytes(treeRoot(end.tree), checkpoint.root)) {
    throw new Fault('log.root', 'the entries are not those of the checkpoint')
  }
  yield { path: CHECKPOINT_PATH, bytes: note }
}

async function* bundles(entries: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<readonly Uint8Array[]> {
  let bundle: Uint8Array[] = []
  let taken = 0
  for await (const entry of entries) {
    if (taken === size) break
    taken += 1
    bundle.push(entry)
    if (bundle.length < TILE_WIDTH) continue
    yield bundle
    bundle = []
  }
  if (bundle.length > 0) yield bundle
}

function tileFile({ level, at, hashes }: Tile): LogFile {
  return { path: tilePath(level, at, hashes.length / HASH_BYTES), bytes: hashes }
}
