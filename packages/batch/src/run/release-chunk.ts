import type { Database } from '@vaxcert/records/database'
import { broken, type Claim, holdChunk } from '../ledger/chunk.ts'
import { inTransaction } from '../ledger/transaction.ts'
import { signCheckpoint, treeRoot } from '../log/index.ts'
import type { ChunkOutcome, Issuing } from './issuing.ts'
import { storedTree } from './stored-tree.ts'
import { tell } from './tell.ts'

const CHECKPOINT = `
  insert into vaxcert.checkpoint (size, note, signed_at) values ($1, $2, $3) on conflict (size) do nothing`

const RELEASED = `
  update vaxcert.chunk set state = 'released', released_at = $2 where chunk_id = $1 returning issued, refused`

/**
 * Signs a checkpoint over the log as it stands, the certificates of the chunk in it, and gives them free.
 * @throws Fault `ledger.*`, `log.tile`
 */
export async function releaseChunk(database: Database, claim: Claim, issuing: Issuing): Promise<ChunkOutcome> {
  const step = { name: 'release', chunk: claim.chunk } as const
  await tell(issuing, { ...step, phase: 'before', certificates: 0 })
  const counts = await inTransaction(database, async () => {
    await holdChunk(database, claim, 'logged')
    const now = issuing.now()
    await checkpoint(database, issuing, now)
    const rows = await database.query<{ issued: number; refused: number }>(RELEASED, [claim.chunk, now])
    if (rows[0]?.issued === null) throw broken('a chunk that was never logged')
    await tell(issuing, { ...step, phase: 'within', certificates: rows[0]?.issued ?? 0 })
    return rows[0]
  })
  if (counts === undefined) throw broken('a chunk that is not there')
  await tell(issuing, { ...step, phase: 'after', certificates: counts.issued })
  return { kind: 'released', ...counts }
}

async function checkpoint(database: Database, { logSigner }: Issuing, now: Date): Promise<void> {
  const [head] = await database.query<{ size: string | number }>('select size from vaxcert.log_head')
  const size = Number(head?.size ?? 0)
  const root = treeRoot(await storedTree(database, size))
  await database.query(CHECKPOINT, [size, signCheckpoint({ origin: logSigner.name, size, root }, logSigner), now])
}
