import { Fault } from '@vaxcert/core/fault'
import { EMPTY_ROOT, HASH_BYTES, joinHashes, rootOf } from './hash.ts'
import { levelCount, levelWidth, type ReadTile, TILE_WIDTH, type Tile } from './tile.ts'

/** A tree of the log as far as it takes to append to it: some kilobytes, however large it is. */
export interface TreeState {
  /** Leaves. */
  readonly size: number
  /** For each level the hashes of its last tile while that is not full, 0 to 255 of them, one after another. */
  readonly edge: readonly Uint8Array[]
}

export interface TreeChange {
  readonly tree: TreeState
  /** Merkle Tree Hash of the new tree (RFC 6962 §2.1). */
  readonly root: Uint8Array
  /** Every tile that is new or has grown, whole, in the order of level and place. */
  readonly tiles: readonly Tile[]
}

export const emptyTree: TreeState = { size: 0, edge: [] }

/** Appends leaf hashes. Takes time and memory by the number of new leaves alone; the same leaves give the same tiles. */
export function appendLeaves(tree: TreeState, leaves: readonly Uint8Array[]): TreeChange {
  if (leaves.some(({ length }) => length !== HASH_BYTES)) throw new TypeError('leaves: not all of 32 bytes')
  const tiles: Tile[] = []
  const edge: Uint8Array[] = []
  let fresh = joinHashes(...leaves)
  for (let level = 0; level < tree.edge.length || fresh.length > 0; level += 1) {
    const grown = growLevel(tree, level, fresh)
    tiles.push(...grown.tiles)
    edge.push(grown.edge)
    fresh = grown.full
  }
  const next = { size: tree.size + leaves.length, edge }
  return { tree: next, root: treeRoot(next), tiles }
}

interface GrownLevel {
  readonly tiles: readonly Tile[]
  readonly edge: Uint8Array
  /** Roots of the tiles that have become full. */
  readonly full: Uint8Array
}

function growLevel({ size, edge }: TreeState, level: number, fresh: Uint8Array): GrownLevel {
  const before = edge[level] ?? new Uint8Array()
  if (fresh.length === 0) return { tiles: [], edge: before, full: fresh }
  const hashes = joinHashes(before, fresh)
  const first = Math.floor(levelWidth(size, level) / TILE_WIDTH)
  const tiles: Tile[] = []
  for (let from = 0; from < hashes.length; from += TILE_WIDTH * HASH_BYTES) {
    tiles.push({ level, at: first + tiles.length, hashes: hashes.slice(from, from + TILE_WIDTH * HASH_BYTES) })
  }
  const full = tiles.filter((tile) => tile.hashes.length === TILE_WIDTH * HASH_BYTES)
  return {
    tiles,
    edge: full.length === tiles.length ? new Uint8Array() : (tiles.at(-1)?.hashes ?? new Uint8Array()),
    full: joinHashes(...full.map((tile) => rootOf(tile.hashes))),
  }
}

/** Merkle Tree Hash of a tree (RFC 6962 §2.1): on each level the smaller tree below joins its hashes as the last one. */
export function treeRoot({ edge }: TreeState): Uint8Array {
  let below: Uint8Array = new Uint8Array()
  for (const hashes of edge) {
    const joined = joinHashes(hashes, below)
    if (joined.length > 0) below = rootOf(joined)
  }
  return below.length === 0 ? EMPTY_ROOT : below
}

/**
 * A stored tree, ready to be appended to. It reads one tile a level and believes it: compare `treeRoot` with a root you trust.
 * @throws Fault `log.tile` when a tile is missing or too short
 */
export async function treeFromTiles(size: number, readTile: ReadTile): Promise<TreeState> {
  const edge: Uint8Array[] = []
  for (let level = 0; level < levelCount(size); level += 1) {
    const width = levelWidth(size, level) % TILE_WIDTH
    const last = Math.floor(levelWidth(size, level) / TILE_WIDTH)
    edge.push(width === 0 ? new Uint8Array() : await readHashes(readTile, { level, at: last }, width))
  }
  return { size, edge }
}

/**
 * The first hashes of a tile.
 * @throws Fault `log.tile` when it is missing or holds fewer
 */
export async function readHashes(
  readTile: ReadTile,
  { level, at }: Pick<Tile, 'level' | 'at'>,
  width: number,
): Promise<Uint8Array> {
  const hashes = await readTile(level, at)
  if (hashes === undefined || hashes.length < width * HASH_BYTES) throw new Fault('log.tile', 'missing or too short')
  return hashes.slice(0, width * HASH_BYTES)
}
