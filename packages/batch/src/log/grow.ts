import { HASH_BYTES } from './hash.ts'
import { levelWidth, TILE_WIDTH, type Tile } from './tile.ts'
import { appendLeaves, emptyTree, type TreeState } from './tree.ts'

/** Told of each tile of a growing tree. */
export interface TreeBuilder {
  /** Appends leaf hashes; gives the tiles that became full. */
  append(leaves: readonly Uint8Array[]): readonly Tile[]
  /** Gives the last tile of each level, where that is not full. */
  end(): { readonly tree: TreeState; readonly tiles: readonly Tile[] }
}

/** Builds a tree from its first leaf on, and gives each of its tiles once. */
export function buildTree(): TreeBuilder {
  let tree = emptyTree
  return {
    append(leaves) {
      const change = appendLeaves(tree, leaves)
      tree = change.tree
      return change.tiles.filter(({ hashes }) => hashes.length === TILE_WIDTH * HASH_BYTES)
    },
    end: () => ({ tree, tiles: edgeTiles(tree) }),
  }
}

function edgeTiles({ size, edge }: TreeState): readonly Tile[] {
  return edge.flatMap((hashes, level) => {
    const at = Math.floor(levelWidth(size, level) / TILE_WIDTH)
    return hashes.length === 0 ? [] : [{ level, at, hashes }]
  })
}
