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
 * A session of a PostgreSQL server, 15 or later, by its URL, "postgres://…". It only makes temporary tables.
 * @throws Fault `database.connect`
 */
export async function openServer(url: string): Promise<Database> {
  const client = await connect(url)
  const query: Database['query'] = async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
    (await client.query<Row>(sql, parameters)).rows
  await client.query(SESSION)
  return {
    query,
    rows: cursorRows(query),
    async copyIn(table, columns, rows) {
      const copy = client.query(from(copyInto(table, columns, 'stdin')))
      await pipeline(Readable.from(copyText(rows)), copy)
      // Not before the server has said so.
      await client.query('select')
      return copy.rowCount
    },
    close: () => client.end(),
  }
}

/** The cause is left out: it may name the address and the user. */
async function connect(url: string): Promise<Client> {
  try {
    const client = new Client({ connectionString: url, application_name: 'vaxcert' })
    await client.connect()
    return client
  } catch {
    throw new Fault('database.connect', 'no PostgreSQL answers at DATABASE_URL')
  }
}
