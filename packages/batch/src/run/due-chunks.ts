import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'

const DUE = `
  select exists (
    select from vaxcert.chunk c join vaxcert.batch b using (batch_id)
    where c.state in ('open', 'intended', 'logged') and b.state = 'approved' and c.chunk_id <> all ($1::bigint[])
  ) as is_due`

/** Whether any chunk of an approved batch, but these, is neither released nor stuck. */
export async function isAnyDue(database: Database, but: Iterable<number>): Promise<boolean> {
  const [row] = await inLedger(database.query<{ is_due: boolean }>(DUE, [[...but]]))
  return row?.is_due === true
}
