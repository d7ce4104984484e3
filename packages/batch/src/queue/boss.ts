import type { Database } from '@vaxcert/records/database'
import PgBoss from 'pg-boss'

/** Where pg-boss keeps its tables. */
export const QUEUE_SCHEMA = 'vaxcert_queue'

/**
 * pg-boss on a session of ours. It does nothing by itself: no timers, no maintenance, so that nothing of it gets into a
 * transaction of ours.
 */
export async function startBoss(database: Database): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => execute(database, text, values) },
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
  })
  // It tells by events what went wrong in its timers: there are none.
  boss.on('error', () => {})
  await boss.start()
  return boss
}

/** What holds several statements has no parameters, and a transaction of its own. */
async function execute(
  database: Database,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<{ rows: unknown[] }> {
  if (!text.includes(';')) return { rows: [...(await database.query(text, values))] }
  try {
    await database.script(text)
    return { rows: [] }
  } catch (error) {
    await database.query('rollback').catch(() => {})
    throw error
  }
}
