import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'
import { HASH_BYTES } from './hash.ts'
import { type ReadTile, tileWidth } from './tile.ts'

const TILE = 'select hashes from vaxcert.tile where level = $1 and at = $2'

/** Tiles as the ledger holds them, as wide as they were in a tree of so many leaves: they have only grown since. */
export function ledgerTiles(database: Database, size: number): ReadTile {
  return tilesOfEachSize(database)(size)
}

/**
 * The same for trees of one size after the other, as those of checkpoints: of each level the last tile is kept, for most of
 * them share it.
 */
export function tilesOfEachSize(database: Database): (size: number) => ReadTile {
  const kept = new Map<number, { readonly at: number; readonly hashes: Uint8Array }>()
  return (size) => async (level, at) => {
    const length = tileWidth(size, level, at) * HASH_BYTES
    const last = kept.get(level)
    if (last?.at === at && last.hashes.length >= length) return last.hashes.subarray(0, length)
    const [row] = await inLedger(database.query<{ hashes: Uint8Array }>(TILE, [level, at]))
    if (row === undefined) return undefined
    const hashes = new Uint8Array(row.hashes)
    kept.set(level, { at, hashes })
    return hashes.subarray(0, length)
  }
}
