/// <reference path="./pg.d.ts" />
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Fault } from '@vaxcert/core/fault'
// Not `pg` itself: where conditions of bundlers are on, its pool cannot be loaded, and one session needs none.
import Client from 'pg/lib/client.js'
import { from } from 'pg-copy-streams'
import { copyInto, copyText } from './copy-text.ts'
import { cursorRows } from './cursor.ts'
import { type Database, SESSION } from './database.ts'

/**
 * A session of a PostgreSQL server, 15 or later, by its URL, "postgres://…".
 * @throws Fault `database.connect`
 */
export async function openServer(url: string): Promise<Database> {
  let isLost = false
  const client = await connect(url, () => {
    isLost = true
  })
  const told = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      throw isLost || endsSession(error) ? new Fault('database.lost', 'the session has ended') : error
    }
  }
  const query: Database['query'] = <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
    told(client.query<Row>(sql, parameters).then(({ rows }) => rows))
  await query(SESSION)
  return {
    query,
    script: async (sql) => void (await told(client.query(sql))),
    rows: cursorRows(query),
    async copyIn(table, columns, rows) {
      const copy = client.query(from(copyInto(table, columns, 'stdin')))
      await told(pipeline(Readable.from(copyText(rows)), copy))
      // Not before the server has said so.
      await query('select')
      return copy.rowCount
    },
    close: () => client.end(),
  }
}

/** Whether the server ends the session with this error: it was idle for too long, or somebody shut it down. */
function endsSession(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && (error.severity === 'FATAL' || error.severity === 'PANIC')
}

/** The cause is left out: it may name the address and the user. `onLost` is told when the session ends unasked. */
async function connect(url: string, onLost: () => void): Promise<Client> {
  try {
    const client = new Client({ connectionString: url, application_name: 'vaxcert' })
    client.on('error', onLost)
    await client.connect()
    return client
  } catch {
    throw new Fault('database.connect', 'no PostgreSQL answers at DATABASE_URL')
  }
}
