import type { Database } from '@vaxcert/records/database'
import { requireDocumentSigner } from '../gates/document-signer.ts'
import { LOCK } from '../ledger/locks.ts'
import { inTransaction } from '../ledger/transaction.ts'
import { manifestDigest, manifestText, rulesVersion } from '../plan/manifest.ts'
import type { PlannedBatch } from '../plan/plan.ts'
import type { PlanOptions } from '../plan/plan-options.ts'
import { beginBatch, finishBatch, reserveNumbers, writeChunks } from '../plan/write-batch.ts'
import { signedAs } from '../plan/write-plan.ts'
import { DUE, HOLD, RENEW } from './due.ts'
import { type DueDay, type RenewalDay, spread } from './spread.ts'

/** Which certificates follow those that expire, and in whose name. */
export interface RenewalOptions extends Pick<PlanOptions, 'documentSigner' | 'issuer' | 'plannedBy' | 'at'> {
  /** Those that expire before this day, "2023-07-01", UTC. */
  readonly before: string
  /** At most so many on one day; 1 or more. */
  readonly perDay: number
  /** Days for which the document signer must still hold. */
  readonly leastDays: number
  /** Nothing is written: only the days are told. */
  readonly isDry?: boolean
}

export interface Renewal {
  /** Certificates that are due and can be renewed, those of this batch among them. */
  readonly due: number
  /** Those whose facts are forgotten: they cannot be renewed (`renew.forgotten`). */
  readonly forgotten: number
  /** When they are renewed at this rate, from today on, and with which expiry. */
  readonly days: readonly RenewalDay[]
  /** Today's share; undefined where there is none, or nothing was to be written. */
  readonly batch?: PlannedBatch & { readonly planned: number }
}

/**
 * Plans today's share of the renewals that are due: of certificates that are released, not revoked, and have no successor
 * yet, those that expire first. The same facts, a new expiry, a link to the old one. Asked again on the same day it
 * plans what is left of the day's share; asked daily, all of them.
 * @throws Fault `gate.document-signer`, `gate.usage`, `ledger.*`; TypeError for a share of none
 */
export async function planRenewal(database: Database, options: RenewalOptions): Promise<Renewal> {
  const { documentSigner, at, leastDays, before, perDay } = options
  if (!(perDay >= 1)) throw new TypeError('perDay: 1 or more')
  requireDocumentSigner(documentSigner, at, leastDays)
  return inTransaction(database, async () => {
    await database.query('select pg_advisory_xact_lock($1)', [LOCK.plan])
    await database.script(TABLE)
    await database.query(DUE, [Date.parse(`${before}T00:00:00Z`) / 1000])
    const left = Math.max(0, perDay - (await plannedToday(database, at)))
    const waiting = await dueDays(database)
    const due = waiting.reduce((sum, { count }) => sum + count, 0)
    const days = spread(waiting, { at, perDay, left, notAfter: documentSigner.notAfter })
    const told = { due, forgotten: await forgotten(database), days }
    const planned = Math.min(left, due)
    if (planned === 0 || options.isDry === true) return told
    return { ...told, batch: await writeRenewal(database, { planned, forgotten: told.forgotten }, options) }
  })
}

const TABLE = `
  drop table if exists due;
  create temporary table due (dose_no bigint not null, exp bigint not null, is_forgotten boolean not null)`

function dueDays(database: Database): Promise<readonly DueDay[]> {
  return database.query<DueDay>(`
    select to_char(to_timestamp(exp) at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::float8 as count
    from due where not is_forgotten group by 1 order by 1`)
}

async function forgotten(database: Database): Promise<number> {
  const sql = 'select count(*)::float8 as count from due where is_forgotten'
  const [row] = await database.query<{ count: number }>(sql)
  return row?.count ?? 0
}

async function plannedToday(database: Database, at: Date): Promise<number> {
  const [row] = await database.query<{ planned: number }>(
    `select coalesce(sum((manifest::json ->> 'planned')::bigint), 0)::float8 as planned from vaxcert.batch
    where kind = 'renew' and state in ('planned', 'approved') and (planned_at at time zone 'UTC')::date = $1::date`,
    [at.toISOString().slice(0, 10)],
  )
  return row?.planned ?? 0
}

async function writeRenewal(
  database: Database,
  { planned, forgotten: without }: { readonly planned: number; readonly forgotten: number },
  { documentSigner, issuer, plannedBy, at }: RenewalOptions,
): Promise<PlannedBatch & { readonly planned: number }> {
  const first = await reserveNumbers(database, planned)
  const id = await beginBatch(database, { kind: 'renew', plannedBy, at })
  await database.query(RENEW, [first, id, planned])
  await database.query(HOLD, [id])
  const { contents, chunks } = await writeChunks(database, id, { first, last: first + planned - 1 })
  const manifest = manifestText({
    ...{ format: 'vaxcert-manifest', version: 1, batch: id, kind: 'renew', rows: planned + without, planned, contents },
    ...{ held: without === 0 ? {} : { 'renew.forgotten': without }, rules: rulesVersion },
    ...signedAs(documentSigner, issuer),
    ...{ inputs: {}, confirmations: [], by: plannedBy, at: at.toISOString() },
  })
  await finishBatch(database, id, manifest)
  return { id, chunks, manifest, digest: manifestDigest(manifest), planned }
}
