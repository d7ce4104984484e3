import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'
import { HASH_BYTES } from './hash.ts'
import { type ReadTile, tileWidth } from './tile.ts'

const TILE = 'select hashes from vaxcert.tile where level = $1 and at = $2'

/** Tiles as the ledger holds them, as wide as they were in a tree of so many leaves: they have only grown since. */
export function ledgerTiles(database: Database, size: number): ReadTile {
  return async (level, at) => {
    const [row] = await inLedger(database.query<{ hashes: Uint8Array }>(TILE, [level, at]))
    return row && new Uint8Array(row.hashes).subarray(0, tileWidth(size, level, at) * HASH_BYTES)
  }
}
