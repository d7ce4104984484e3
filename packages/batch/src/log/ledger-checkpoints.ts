import type { Database } from '@vaxcert/records/database'
import { ledgerRows } from '../ledger/ledger-rows.ts'
import { inLedger } from '../ledger/transaction.ts'

/** A checkpoint as the ledger holds it. */
export interface CheckpointRow {
  readonly size: number
  readonly note: Uint8Array
}

interface Row {
  readonly size: number | string
  readonly note: string
}

const ALL = 'select size, note from vaxcert.checkpoint'

/** The newest; undefined before anything was released. */
export async function newestCheckpoint(database: Database): Promise<CheckpointRow | undefined> {
  const [row] = await inLedger(database.query<Row>(`${ALL} order by size desc limit 1`))
  return row && checkpointRow(row)
}

/** Smallest tree first. */
export async function* allCheckpoints(database: Database): AsyncGenerator<CheckpointRow> {
  for await (const row of ledgerRows<Row>(database, `${ALL} order by size`)) yield checkpointRow(row)
}

function checkpointRow({ size, note }: Row): CheckpointRow {
  return { size: Number(size), note: Buffer.from(note) }
}
