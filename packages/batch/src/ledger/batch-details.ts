import type { Database } from '@vaxcert/records/database'
import { inLedger } from './transaction.ts'

/** What is known of a batch beside how far it is. */
export interface BatchDetails {
  /** Who approved it, as it is stored: whether it counts, `requireApproved` says. */
  readonly approvals: readonly { readonly by: string; readonly at: string }[]
  /** Rows that planning held back, by code. */
  readonly held: Readonly<Record<string, number>>
  /** Doses that got no certificate, by code. */
  readonly refusals: Readonly<Record<string, number>>
}

const APPROVALS = `
  select approver as by, to_char(approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
  from vaxcert.approval where batch_id = $1 order by approved_at, approver`

const HELD = 'select code, count(*)::float8 as count from vaxcert.held where batch_id = $1 group by code order by code'

const REFUSALS = `
  select r.code, count(*)::float8 as count from vaxcert.chunk c
  join vaxcert.refusal r on r.dose_no between c.first_no and c.last_no
  where c.batch_id = $1 and c.refused > 0 group by r.code order by r.code`

interface CodeRow {
  code: string
  count: number
}

/** Numbers of all batches that are planned, in their order. */
export async function batchNumbers(database: Database): Promise<readonly number[]> {
  const known = `select batch_id::float8 as batch from vaxcert.batch where state <> 'planning' order by batch_id`
  return (await inLedger(database.query<{ batch: number }>(known))).map(({ batch }) => batch)
}

/** @throws Fault `ledger.*` */
export async function batchDetails(database: Database, batch: number): Promise<BatchDetails> {
  const approvals = await inLedger(database.query<{ by: string; at: string }>(APPROVALS, [batch]))
  const held = await inLedger(database.query<CodeRow>(HELD, [batch]))
  const refusals = await inLedger(database.query<CodeRow>(REFUSALS, [batch]))
  return { approvals, held: byCode(held), refusals: byCode(refusals) }
}

function byCode(rows: readonly CodeRow[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]))
}
