import type { Database } from '@vaxcert/records/database'
import { LOCK } from '../ledger/locks.ts'
import { inTransaction } from '../ledger/transaction.ts'

/**
 * Deletes the facts of the doses of a batch whose certificates are released; answers of how many. Those certificates can no
 * longer be renewed (`renew.forgotten`), nor revoked by the days on which doses were given; that a dose comes again is still
 * seen, by its key and digest. The bytes that were signed stay, and say the same of the person: without them nobody could
 * export, verify or prove a certificate again.
 * @throws Fault `ledger.*`
 */
export function forgetFacts(database: Database, batch: number): Promise<number> {
  return inTransaction(database, async () => {
    // A renewal that is being planned copies facts.
    await database.query('select pg_advisory_xact_lock($1)', [LOCK.plan])
    const [row] = await database.query<{ count: number }>(FORGET, [batch])
    return row?.count ?? 0
  })
}

const FORGET = `
  with gone as (
    update vaxcert.dose set facts = null from vaxcert.chunk
    where chunk.batch_id = $1 and state = 'released' and dose_no between first_no and last_no and facts is not null
      and exists (select from vaxcert.certificate where certificate.dose_no = dose.dose_no)
    returning 1
  )
  select count(*)::float8 as count from gone`
