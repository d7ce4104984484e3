import type { Database } from '@vaxcert/records/database'
import { LOCK } from '../ledger/locks.ts'
import { contentsDigest } from './manifest.ts'

/** Doses that are issued in one go. */
const CHUNK = 10_000

/** Where a new batch stands in the ledger. */
export interface WrittenBatch {
  readonly batch: number
  /** See `Manifest.contents`. */
  readonly contents: string
  readonly chunks: number
}

/** Of whose doses, and who plans them. */
export interface BatchHead {
  readonly kind: 'issue' | 'renew' | 'correct' | 'single'
  readonly plannedBy: string
  readonly at: Date
}

/** A row of its own, in state 'planning': nobody sees it before the transaction ends. */
export async function beginBatch(database: Database, { kind, plannedBy, at }: BatchHead): Promise<number> {
  const [row] = await database.query<{ id: number }>(
    'insert into vaxcert.batch (kind, planned_by, planned_at) values ($1, $2, $3) returning batch_id::float8 as id',
    [kind, plannedBy, at.toISOString()],
  )
  return row?.id ?? Number.NaN
}

/**
 * The first of so many numbers for doses, one after the other. Numbers of a plan that fails are lost: a batch has no gap,
 * the ledger may have. Within a transaction; others need not wait for its end.
 */
export async function reserveNumbers(database: Database, count: number): Promise<number> {
  await database.query('select pg_advisory_lock($1)', [LOCK.doseNo])
  await database.query('savepoint numbers')
  try {
    const [row] = await database.query<{ last: number }>(
      `select setval('vaxcert.dose_no', nextval('vaxcert.dose_no') + $1::bigint - 1)::float8 as last`,
      [count],
    )
    return (row?.last ?? Number.NaN) - count + 1
  } catch (error) {
    // A transaction that failed unlocks nothing, and the lock would outlive it.
    await database.query('rollback to savepoint numbers').catch(() => {})
    throw error
  } finally {
    await database.query('select pg_advisory_unlock($1)', [LOCK.doseNo])
  }
}

/** Cuts the doses of a batch, from `first` to `last`, into chunks. */
export async function writeChunks(
  database: Database,
  batch: number,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<Omit<WrittenBatch, 'batch'>> {
  const chunks = await database.query<{ digest: Uint8Array }>(CHUNKS, [batch, first, last, CHUNK])
  return { contents: contentsDigest(chunks.map(({ digest }) => digest)), chunks: chunks.length }
}

const CHUNKS = `
  insert into vaxcert.chunk (batch_id, first_no, last_no, digest)
    select $1, min(dose_no), max(dose_no), sha256(string_agg(content, ''::bytea order by dose_no))
    from vaxcert.dose where dose_no between $2::bigint and $3::bigint
    group by (dose_no - $2::bigint) / $4::bigint order by 2
  returning digest`

/** The manifest stands, and the batch with it: it can be approved. */
export async function finishBatch(database: Database, batch: number, manifest: string): Promise<void> {
  await database.query(`update vaxcert.batch set manifest = $2, state = 'planned' where batch_id = $1`, [
    batch,
    manifest,
  ])
}
