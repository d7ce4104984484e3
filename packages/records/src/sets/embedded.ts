import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { copyInto, copyText } from './copy-text.ts'
import { cursorRows } from './cursor.ts'
import { type Database, SESSION } from './database.ts'

/** An embedded database in a folder, or in memory. Its first start takes some seconds. */
export async function openEmbedded(folder?: string): Promise<Database> {
  const lite = await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  await lite.exec(SESSION)
  const query: Database['query'] = async (sql, parameters = []) => (await lite.query<never>(sql, [...parameters])).rows
  return {
    query,
    rows: cursorRows(query),
    async copyIn(table, columns, rows) {
      let count = 0
      for await (const piece of copyText(rows)) {
        const { affectedRows = 0 } = await lite.query(copyInto(table, columns, `'/dev/blob'`), [], {
          blob: new Blob([piece]),
        })
        count += affectedRows
      }
      return count
    },
    close: () => lite.close(),
  }
}

/** An embedded database in a folder of its own under `parent`, that is gone with it: rows about people are not left behind. */
export async function openScratch(parent: string = tmpdir()): Promise<Database> {
  const folder = await mkdtemp(join(parent, 'vaxcert-sets-'))
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    const database = await openEmbedded(folder)
    return { ...database, close: () => database.close().finally(remove) }
  } catch (cause) {
    await remove()
    throw cause
  }
}
