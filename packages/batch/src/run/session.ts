import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'

/**
 * Who is frozen or cut off in the middle of something loses its session within half a minute, and with it its chunk and every
 * lock. What is committed is on the disk: an embedded database has its own limits.
 */
const SETTINGS = `
  set idle_in_transaction_session_timeout = '30s';
  set lock_timeout = '30s';
  set tcp_keepalives_idle = 5;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 3;
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';`

/** A worker always has something to say; a session that waits for requests may be silent. */
const WORKER = `set idle_session_timeout = '30s'; ${SETTINGS}`

/** A session as whoever issues needs it. */
export async function openLedgerSession(open: () => Promise<Database>, by: 'worker' | 'service'): Promise<Database> {
  const database = await open()
  try {
    await inLedger(database.script(by === 'worker' ? WORKER : SETTINGS))
    return database
  } catch (error) {
    await database.close().catch(() => {})
    throw error
  }
}
