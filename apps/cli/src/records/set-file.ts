import type { SetRow } from '@vaxcert/records/sets'
import { type RowCursor, rowCursor } from './row-cursor.ts'
import { lineWriter, readLines } from './row-lines.ts'
import type { RunFolder } from './run-folder.ts'

const NAME = 'set.ndjson'

/**
 * What the whole set says of its rows, out of a file: judged once for a run, however often it is cut, and the database is
 * gone before rows are written.
 */
export async function setRows(folder: RunFolder, judge: () => AsyncIterable<SetRow>): Promise<RowCursor<SetRow>> {
  if (!folder.has(NAME)) await write(folder, judge())
  return rowCursor(readLines<SetRow>(folder, NAME))
}

async function write(folder: RunFolder, rows: AsyncIterable<SetRow>): Promise<void> {
  const lines = lineWriter(folder, NAME)
  try {
    for await (const row of rows) lines.write(row)
    lines.finish()
  } finally {
    lines.close()
  }
}
