import type { CleansedRow, Finding, UnreadRow } from '@vaxcert/records'
import type { DecidedRow } from '@vaxcert/records/worklist'
import { type RowCursor, rowCursor } from './row-cursor.ts'
import { lineWriter, readLines } from './row-lines.ts'
import type { RunFolder } from './run-folder.ts'

/** What the rules over one row found in a row that nobody decided about. */
export interface KeptFindings {
  readonly row: number
  readonly findings: readonly Finding[]
}

const NAME = 'found.ndjson'

/** The same batches; what was found in their rows is kept in the folder, once all of them went by. */
export async function* keeping(
  batches: AsyncIterable<readonly (DecidedRow | UnreadRow)[]>,
  folder: RunFolder,
): AsyncGenerator<readonly (CleansedRow | UnreadRow)[]> {
  const lines = lineWriter(folder, NAME)
  try {
    for await (const batch of batches) {
      for (const row of batch) {
        if ('findings' in row && row.findings.length > 0 && row.decided === undefined)
          lines.write({ row: row.place.row, findings: row.findings })
      }
      yield batch
    }
    lines.finish()
  } finally {
    lines.close()
  }
}

export function keptFindings(folder: RunFolder): RowCursor<KeptFindings> {
  return rowCursor(readLines<KeptFindings>(folder, NAME))
}
