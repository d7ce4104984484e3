import type { Database } from '@vaxcert/records/database'
import { inLedger } from './transaction.ts'

/** How the whole ledger stands: what costs no more than a look at its batches and chunks. */
export interface LedgerCounts {
  /** Chunks by their state; chunks of batches that are not approved count as `unapproved`. */
  readonly chunks: Readonly<Record<string, number>>
  /** Doses of chunks that are approved and not released: what is still to be done. */
  readonly waiting: number
  readonly issued: number
  readonly refused: number
  /** Rows that planning held back, by code. */
  readonly held: Readonly<Record<string, number>>
}

const CHUNKS = `
  select case batch.state when 'approved' then chunk.state else 'unapproved' end as state, count(*)::float8 as chunks,
    sum(last_no - first_no + 1)::float8 as doses, coalesce(sum(issued), 0)::float8 as issued,
    coalesce(sum(refused), 0)::float8 as refused
  from vaxcert.chunk join vaxcert.batch using (batch_id) group by 1`

/** Read as text: a manifest that somebody spoilt counts nothing, and keeps nobody from counting. */
const HELD = `
  select pair[1] as code, sum(pair[2]::float8) as rows
  from vaxcert.batch, regexp_matches(
    substring(manifest from '"held":[{]([^{}]*)[}]'), '"([a-z][a-z.-]*)":([0-9]{1,15})(?![0-9.eE])', 'g'
  ) as pair group by 1`

interface ChunkRow {
  state: string
  chunks: number
  doses: number
  issued: number
  refused: number
}

const DUE: ReadonlySet<string> = new Set(['open', 'intended', 'logged'])

export async function ledgerCounts(database: Database): Promise<LedgerCounts> {
  const rows = await inLedger(database.query<ChunkRow>(CHUNKS))
  const held = await inLedger(database.query<{ code: string; rows: number }>(HELD))
  const released = rows.filter(({ state }) => state === 'released')
  return {
    chunks: Object.fromEntries(rows.map(({ state, chunks }) => [state, chunks])),
    waiting: sum(rows.filter(({ state }) => DUE.has(state)).map(({ doses }) => doses)),
    issued: sum(released.map(({ issued }) => issued)),
    refused: sum(released.map(({ refused }) => refused)),
    held: Object.fromEntries(held.map(({ code, rows: count }) => [code, count])),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
