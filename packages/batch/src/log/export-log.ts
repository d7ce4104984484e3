import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import { certificateRows, entryOfRow } from './certificate-entries.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { newestCheckpoint } from './ledger-checkpoints.ts'
import { type LogFile, logFiles } from './log-files.ts'
import { parseNote } from './note.ts'

/**
 * The log of a ledger up to its newest checkpoint, as files to publish: see `logFiles` and `writeLog`. Nothing in them is
 * personal. The tree is made anew from the certificates, so that nothing else can be published.
 * @throws Fault `ledger.*`; `log.missing` when there is no checkpoint yet, `log.root` or `cose.shape` when the ledger is damaged
 */
export async function* exportLog(database: Database): AsyncGenerator<LogFile> {
  const newest = await newestCheckpoint(database)
  if (newest === undefined) throw new Fault('log.missing', 'there is no checkpoint yet')
  const checkpoint = parseCheckpoint(parseNote(newest.note).text)
  yield* logFiles(checkpoint, newest.note, entries(database, checkpoint.size))
}

async function* entries(database: Database, size: number): AsyncGenerator<Uint8Array> {
  for await (const row of certificateRows(database, size)) yield entryOfRow(row)
}
