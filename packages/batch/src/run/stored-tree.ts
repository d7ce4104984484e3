import type { Database } from '@vaxcert/records/database'
import { ledgerTiles, type TreeState, treeFromTiles } from '../log/index.ts'

/**
 * The log as it was when it had so many leaves, ready to be appended to.
 * @throws Fault `log.tile`
 */
export function storedTree(database: Database, size: number): Promise<TreeState> {
  return treeFromTiles(size, ledgerTiles(database, size))
}
