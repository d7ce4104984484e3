import type { Database } from '@vaxcert/records/database'
import { inLedger } from './transaction.ts'

/** Rows as they come, in bounded memory, their errors as Faults of the ledger. Not within a transaction: see `inTransaction`. */
export async function* ledgerRows<Row extends object>(
  database: Database,
  sql: string,
  parameters: readonly unknown[] = [],
): AsyncGenerator<Row> {
  const rows = database.rows<Row>(sql, parameters)[Symbol.asyncIterator]()
  try {
    for (let row = await inLedger(rows.next()); row.done !== true; row = await inLedger(rows.next())) yield row.value
  } finally {
    await rows.return?.()
  }
}
