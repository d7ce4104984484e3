import type { Database } from '@vaxcert/records/database'
import { ledgerFault } from './ledger-fault.ts'

/**
 * All that `work` writes, or nothing. `rows` of the database cannot be used within: its cursors make a transaction of their own.
 * @throws Fault `ledger.lost` (at COMMIT it may have taken place: read it back), `ledger.full`, `ledger.busy`, `ledger.refused`
 */
export async function inTransaction<T>(database: Database, work: () => Promise<T>): Promise<T> {
  try {
    await database.query('begin')
    const result = await work()
    await database.query('commit')
    return result
  } catch (error) {
    // A session that has ended cannot be told, and need not.
    await database.query('rollback').catch(() => {})
    throw ledgerFault(error)
  }
}

/** What a statement outside of any transaction gives, its errors as Faults of the ledger. */
export async function inLedger<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw ledgerFault(error)
  }
}
