import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'

/** Milliseconds between two signs of life. */
const BEAT = 5_000

/**
 * A session that says nothing for half a minute is ended, and its chunk is anybody's (see `openSession`): while signing
 * takes long, this one says something from time to time.
 */
export function keptAlive(database: Database, now: () => Date): () => Promise<void> {
  let last = now().getTime()
  return async () => {
    const time = now().getTime()
    if (Math.abs(time - last) < BEAT) return
    last = time
    await inLedger(database.query('select'))
  }
}
