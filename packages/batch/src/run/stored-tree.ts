import type { Database } from '@vaxcert/records/database'
import { type TreeState, treeFromTiles } from '../log/index.ts'

/**
 * The log as it was when it had so many leaves, ready to be appended to.
 * @throws Fault `log.tile`
 */
export async function storedTree(database: Database, size: number): Promise<TreeState> {
  return treeFromTiles(size, async (level, at) => {
    const tile = 'select hashes from vaxcert.tile where level = $1 and at = $2'
    const [row] = await database.query<{ hashes: Uint8Array }>(tile, [level, at])
    return row?.hashes
  })
}
