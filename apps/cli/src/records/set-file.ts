import { createReadStream, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { SetRow } from '@vaxcert/records/sets'
import type { RunFolder } from './run-folder.ts'
import { textFile } from './text-file.ts'

const NAME = 'set.ndjson'
const BLOCK = 256 * 1024

/**
 * What the whole set says of its rows, in their order, out of a file: judged once for a run, however often it is cut, and
 * the database is gone before rows are written.
 */
export async function setRows(folder: RunFolder, judge: () => AsyncIterable<SetRow>): Promise<AsyncIterable<SetRow>> {
  if (!folder.has(NAME)) await write(folder, judge())
  return read(join(folder.path, NAME))
}

async function write({ path }: RunFolder, rows: AsyncIterable<SetRow>): Promise<void> {
  const part = join(path, `${NAME}.part`)
  const file = textFile(part)
  for await (const row of rows) file.write(`${JSON.stringify(row)}\n`)
  file.sync()
  file.close()
  renameSync(part, join(path, NAME))
}

async function* read(path: string): AsyncGenerator<SetRow> {
  let rest = ''
  for await (const block of createReadStream(path, { encoding: 'utf8', highWaterMark: BLOCK })) {
    const lines = `${rest}${block}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as SetRow
  }
}
