import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'

/**
 * A worker that is frozen or cut off loses its session within half a minute, and with it its chunk and every lock. What is
 * committed is on the disk: an embedded database has its own limits.
 */
const SETTINGS = `
  set idle_session_timeout = '30s';
  set idle_in_transaction_session_timeout = '30s';
  set lock_timeout = '30s';
  set tcp_keepalives_idle = 5;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 3;
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';`

/** A session as a worker needs it. */
export async function openSession(open: () => Promise<Database>): Promise<Database> {
  const database = await open()
  try {
    await inLedger(database.script(SETTINGS))
    return database
  } catch (error) {
    await database.close().catch(() => {})
    throw error
  }
}
