import type { Database } from '@vaxcert/records/database'
import type { Claim, Intended } from '../ledger/chunk.ts'
import { LOCK } from '../ledger/locks.ts'
import { inLedger } from '../ledger/transaction.ts'

const CLAIM = `
  update vaxcert.chunk c set fence = fence + 1
  from vaxcert.batch b
  where c.chunk_id = $1 and c.state in ('open', 'intended', 'logged') and b.batch_id = c.batch_id and b.state = 'approved'
  returning c.chunk_id, c.batch_id, c.fence, c.state, c.first_no, c.last_no, c.kid, c.iat, c.exp, c.refused, c.seal`

interface ClaimRow {
  chunk_id: string | number
  batch_id: string | number
  fence: number
  state: Claim['state']
  first_no: string | number
  last_no: string | number
  kid: Uint8Array | null
  iat: string | number | null
  exp: string | number | null
  refused: number | null
  seal: Uint8Array | null
}

/**
 * Makes a chunk this session's own, until `unclaim` or its end: whoever had it before can write to it no more.
 * Undefined where there is nothing to do, or another session has it that still lives.
 */
export async function claimChunk(database: Database, chunk: number): Promise<Claim | undefined> {
  if (!(await tryLock(database, chunk))) return undefined
  try {
    const [row] = await inLedger(database.query<ClaimRow>(CLAIM, [chunk]))
    if (row !== undefined) return claimOf(row)
  } catch (error) {
    // The session may live on, and would keep the chunk from everybody.
    await unclaim(database, chunk).catch(() => {})
    throw error
  }
  await unclaim(database, chunk)
  return undefined
}

export async function unclaim(database: Database, chunk: number): Promise<void> {
  await inLedger(database.query('select pg_advisory_unlock($1::bigint + $2::bigint)', [LOCK.chunk, chunk]))
}

async function tryLock(database: Database, chunk: number): Promise<boolean> {
  const locked = 'select pg_try_advisory_lock($1::bigint + $2::bigint) as is_ours'
  const [row] = await inLedger(database.query<{ is_ours: boolean }>(locked, [LOCK.chunk, chunk]))
  return row?.is_ours === true
}

function claimOf(row: ClaimRow): Claim {
  const intended = intendedOf(row)
  return {
    chunk: Number(row.chunk_id),
    batch: Number(row.batch_id),
    fence: row.fence,
    state: row.state,
    firstNo: Number(row.first_no),
    lastNo: Number(row.last_no),
    ...(row.seal !== null && { seal: row.seal }),
    ...(intended && { intended }),
  }
}

function intendedOf({ kid, iat, exp, refused }: ClaimRow): Intended | undefined {
  if (kid === null) return undefined
  return { kid, iat: Number(iat), exp: exp === null ? undefined : Number(exp), refused: refused ?? 0 }
}
