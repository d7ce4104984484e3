import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Fault } from '@vaxcert/core/fault'
import { copyInto, copyText } from './copy-text.ts'
import { cursorRows } from './cursor.ts'
import { type Database, SESSION } from './database.ts'

/**
 * An embedded database in a folder, or in memory. Its first start takes some seconds.
 * @throws Fault `database.embedded`
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  const lite = await started(folder)
  await lite.exec(SESSION)
  const query: Database['query'] = async (sql, parameters = []) => (await lite.query<never>(sql, [...parameters])).rows
  return {
    query,
    script: async (sql) => void (await lite.exec(sql)),
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

/** On a disk that is full it ends with what is no error of Node: that the folder has no room is what there is to say. */
async function started(folder?: string): Promise<PGlite> {
  try {
    return await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  } catch {
    throw new Fault('database.embedded', 'the embedded database does not start: is there room on the disk?')
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
