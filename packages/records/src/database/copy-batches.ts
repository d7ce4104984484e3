import type { CopyCell, Database } from './database.ts'

const BATCH = 20_000

/** `copyIn` of rows that come out of the same database: a session cannot take rows in while it gives others out. */
export async function copyBatches(
  database: Database,
  table: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly CopyCell[]>,
): Promise<void> {
  let batch: (readonly CopyCell[])[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    await database.copyIn(table, columns, batch)
    batch = []
  }
  await database.copyIn(table, columns, batch)
}
