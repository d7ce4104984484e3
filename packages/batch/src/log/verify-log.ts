import { Fault } from '@vaxcert/core/fault'
import { readBundle } from './bundle.ts'
import type { TreeHead } from './check-proof.ts'
import { leafHash, sameBytes } from './hash.ts'
import { entriesPath, isPathOf, tilePath } from './log-path.ts'
import { checkpointOf, type LogSource, tilesOf } from './log-source.ts'
import { type LogTrust, type OpenedCheckpoint, openCheckpoint } from './opened-checkpoint.ts'
import { hasRoot, type LogFinding, recompute } from './recompute.ts'
import { TILE_WIDTH, tileWidth } from './tile.ts'
import { treeFromTiles, treeRoot } from './tree.ts'

/** What was found in a published log: it is sound when nothing was. */
export interface LogReport {
  readonly checkpoint: OpenedCheckpoint
  /** How many there are, the first hundred of them, in the order of the log. */
  readonly found: number
  readonly findings: readonly LogFinding[]
}

export interface LogDemands extends LogTrust {
  /** The newest checkpoint that the caller knows of this log: it must be continued. */
  readonly known?: TreeHead
}

const MAX_FINDINGS = 100

/**
 * Makes a published log anew from its entries and compares every byte of it, up to the signed root. In bounded memory.
 * @throws Fault as `openCheckpoint`; `log.missing` when there is no checkpoint; `log.rollback` when it is older than the
 * known one, `log.fork` when it does not continue it
 */
export async function verifyLog(source: LogSource, demands: LogDemands): Promise<LogReport> {
  const note = await checkpointOf(source)
  if (note === undefined) throw new Fault('log.missing', 'there is no checkpoint')
  const checkpoint = openCheckpoint(note, demands)
  if (demands.known !== undefined && checkpoint.size < demands.known.size) {
    throw new Fault('log.rollback', 'older than the known checkpoint')
  }
  const findings: LogFinding[] = []
  let found = 0
  const find = (finding: LogFinding): void => {
    found += 1
    if (findings.length < MAX_FINDINGS) findings.push(named(finding, checkpoint.size))
  }
  await compareTree(source, checkpoint, find)
  for await (const path of source.paths()) if (!isPathOf(path, checkpoint.size)) find({ code: 'log.surplus', path })
  if (demands.known !== undefined && found === 0) await requireContinued(source, checkpoint, demands.known)
  return { checkpoint, found, findings }
}

async function compareTree(
  source: LogSource,
  { size, root }: OpenedCheckpoint,
  find: (finding: LogFinding) => void,
): Promise<void> {
  const leaves = async (at: number, width: number): Promise<readonly (Uint8Array | undefined)[] | undefined> => {
    const bytes = await source.read(entriesPath(at, width))
    return bytes && readBundle(bytes, width)?.map((entry) => entry && leafHash(entry))
  }
  const tree = await recompute({ size, leaves, readTile: tilesOf(source, size) }, find)
  if (!hasRoot(tree, root)) find({ code: 'log.root' })
}

function named(finding: LogFinding, size: number): LogFinding {
  const { tile, entry } = finding
  if (tile !== undefined)
    return { ...finding, path: tilePath(tile.level, tile.at, tileWidth(size, tile.level, tile.at)) }
  if (entry === undefined) return finding
  const at = Math.floor(entry / TILE_WIDTH)
  return { ...finding, path: entriesPath(at, tileWidth(size, 0, at)) }
}

/** Of a log whose tiles are sound. */
async function requireContinued(source: LogSource, { size }: OpenedCheckpoint, known: TreeHead): Promise<void> {
  const before = await treeFromTiles(known.size, tilesOf(source, size))
  if (!sameBytes(treeRoot(before), known.root)) throw new Fault('log.fork', 'does not continue the known checkpoint')
}
