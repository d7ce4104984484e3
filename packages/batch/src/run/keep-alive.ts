import type { Database } from '@vaxcert/records/database'

/** Milliseconds between two signs of life. */
const BEAT = 5_000

/**
 * A session that says nothing for half a minute is ended, and its chunk is anybody's (see `openLedgerSession`): while work goes on
 * that asks the database for nothing, this one says something from time to time, however long one signature takes. That it
 * has ended all the same, the next statement will tell.
 */
export async function keepingAlive<T>(database: Database, work: () => Promise<T>, beat: number = BEAT): Promise<T> {
  const timer = setInterval(() => void database.query('select').catch(() => {}), beat)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
