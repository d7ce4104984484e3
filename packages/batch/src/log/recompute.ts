import { buildTree } from './grow.ts'
import { areHashes, eachHash, sameBytes } from './hash.ts'
import type { LogCode } from './log-codes.ts'
import { type ReadTile, TILE_WIDTH, type Tile, tileWidth } from './tile.ts'
import { type TreeState, treeRoot } from './tree.ts'

/** A place at which a log is not what it was signed as. */
export interface LogFinding {
  readonly code: LogFindingCode
  /** Which file. */
  readonly path?: string
  /** Which entry, counted from 0. */
  readonly entry?: number
  readonly tile?: Pick<Tile, 'level' | 'at'>
}

export type LogFindingCode = Extract<LogCode, 'log.entry' | 'log.tile' | 'log.root' | 'log.surplus'>

/** What a tree is made anew from. */
export interface Recomputed {
  readonly size: number
  /** Leaf hash of each entry of one tile of level 0, made from the entry; undefined for one that cannot be read, or for all. */
  leaves(at: number, width: number): Promise<readonly (Uint8Array | undefined)[] | undefined>
  readonly readTile: ReadTile
}

/**
 * Makes a tree anew from its entries, compares every tile, and gives its root; undefined where a piece of both, entries and
 * tile, is lost. Where an entry differs from its tile, it goes on from the tile, so that the root tells which of them was
 * changed. In bounded memory.
 */
export async function recompute(tree: Recomputed, find: (finding: LogFinding) => void): Promise<TreeState | undefined> {
  const builder = buildTree()
  for (let at = 0; at * TILE_WIDTH < tree.size; at += 1) {
    const leaves = await bottomTile(tree, at, find)
    if (leaves === undefined) return undefined
    await compareAll(builder.append(leaves), tree, find)
  }
  const end = builder.end()
  await compareAll(end.tiles, tree, find)
  return end.tree
}

/** Leaf hashes to go on with: the stored ones, or those of the entries where all of them can be read. */
async function bottomTile(
  tree: Recomputed,
  at: number,
  find: (finding: LogFinding) => void,
): Promise<readonly Uint8Array[] | undefined> {
  const width = tileWidth(tree.size, 0, at)
  const leaves = await tree.leaves(at, width)
  const tile = await tree.readTile(0, at)
  const stored = tile !== undefined && areHashes(tile, width) ? eachHash(tile) : undefined
  if (stored === undefined) find({ code: 'log.tile', tile: { level: 0, at } })
  if (leaves === undefined) find({ code: 'log.entry', entry: at * TILE_WIDTH })
  leaves?.forEach((leaf, place) => {
    const isRight = leaf !== undefined && (stored === undefined || sameBytes(leaf, stored[place] ?? leaf))
    if (!isRight) find({ code: 'log.entry', entry: at * TILE_WIDTH + place })
  })
  return stored ?? (leaves?.every((leaf) => leaf !== undefined) ? leaves : undefined)
}

/** The lowest level is compared with its entries. */
async function compareAll(
  tiles: readonly Tile[],
  { readTile }: Recomputed,
  find: (finding: LogFinding) => void,
): Promise<void> {
  for (const { level, at, hashes } of tiles.filter((tile) => tile.level > 0)) {
    const stored = await readTile(level, at)
    if (stored === undefined || !sameBytes(stored, hashes)) find({ code: 'log.tile', tile: { level, at } })
  }
}

/** Whether a recomputed tree has a root. */
export function hasRoot(tree: TreeState | undefined, root: Uint8Array): boolean {
  return tree !== undefined && sameBytes(treeRoot(tree), root)
}
