import { openRecords, type ReadOptions } from '../../src/read/open-records.ts'
import { bytesSource } from '../../src/read/source.ts'
import type { ReadRow } from '../../src/record.ts'

/** All rows of a file that is at hand. */
export async function rowsOf(
  content: string | Uint8Array,
  options: ReadOptions = {},
  chunkBytes?: number,
): Promise<readonly ReadRow[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const file = await openRecords(bytesSource('doses.csv', bytes, chunkBytes), options)
  const rows: ReadRow[] = []
  for await (const batch of file.rows()) rows.push(...batch)
  return rows
}

/** A row in short: its place, and its filled fields or why it was not read. */
export function inShort(row: ReadRow): unknown {
  const { line } = row.place
  if (!('values' in row)) return [line, row.reason, row.text]
  return [line, Object.fromEntries(Object.entries(row.values).filter(([, text]) => text !== ''))]
}

/** Code of the Fault that a promise ends in. */
export async function faultOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
  } catch (error) {
    return (error as Error).message
  }
  return 'none'
}
