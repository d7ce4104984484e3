import { appendLeaves, emptyTree, leafHash, type ReadTile, type TreeState } from '../../src/log/index.ts'

/** A tree with its tiles in memory. */
export interface StoredTree {
  readonly tree: TreeState
  readonly root: Uint8Array
  readonly tiles: ReadonlyMap<string, Uint8Array>
  readonly readTile: ReadTile
}

/** Grows a tree by so many leaves at a time. */
export function storeTree(leaves: readonly Uint8Array[], steps: readonly number[] = [leaves.length]): StoredTree {
  const tiles = new Map<string, Uint8Array>()
  let change = appendLeaves(emptyTree, [])
  let at = 0
  for (const step of steps) {
    change = appendLeaves(change.tree, leaves.slice(at, at + step))
    for (const tile of change.tiles) tiles.set(`${tile.level}/${tile.at}`, tile.hashes)
    at += step
  }
  return { tree: change.tree, root: change.root, tiles, readTile: (level, place) => tiles.get(`${level}/${place}`) }
}

/** So many different leaf hashes. */
export function leavesOf(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => leafHash(Buffer.from(`leaf ${index}`)))
}
