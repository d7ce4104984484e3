/** Most hashes of one tile (C2SP tlog-tiles: height 8). */
export const TILE_WIDTH = 256

/** Consecutive hashes of one level: leaf hashes at level 0, roots of full tiles of the level below at the others. */
export interface Tile {
  readonly level: number
  /** Which of its level, from 0. */
  readonly at: number
  /** 1 to 256 hashes of 32 bytes; fewer than 256 only in the last tile of a level. */
  readonly hashes: Uint8Array
}

/** The hashes of a tile as they are stored now: there may be more of them than were asked for. Undefined: no such tile. */
export type ReadTile = (level: number, at: number) => Promise<Uint8Array | undefined> | Uint8Array | undefined

/** How many hashes a level holds in a tree of so many leaves. */
export function levelWidth(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** level)
}

/** How many levels of tiles a tree of so many leaves has. */
export function levelCount(size: number): number {
  let levels = 0
  while (levelWidth(size, levels) > 0) levels += 1
  return levels
}

/** How many hashes a tile holds in a tree of so many leaves: 0 where there is no such tile. */
export function tileWidth(size: number, level: number, at: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, levelWidth(size, level) - at * TILE_WIDTH))
}
