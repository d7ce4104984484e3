import { isUtf8 } from 'node:buffer'
import type { ReadRow } from '../../record.ts'
import type { RowReading } from '../csv/csv-rows.ts'
import { fileLimits } from '../file-limits.ts'
import { textBlocks } from '../text-blocks.ts'
import { lossyText } from '../text-of-bytes.ts'
import { type JsonItem, jsonItems } from './json-items.ts'
import { placed, type ReadItem, type ReadItemResult, readJson } from './ndjson-rows.ts'

/** Member of a Bundle that holds its entries. */
export const BUNDLE_ENTRIES = 'entry'

/** The rows of a JSON array, or of a Bundle: one entry in memory at a time. Their line is the number of the entry. */
export async function* arrayRows(reading: RowReading, readItem: ReadItem): AsyncGenerator<readonly ReadRow[]> {
  const { source, encoding } = reading
  const blocks = textBlocks(source.open(), encoding)
  let row = reading.firstRow
  for await (const items of jsonItems(blocks, BUNDLE_ENTRIES, fileLimits.itemBytes)) {
    const rows: ReadRow[] = []
    for (const item of items) {
      const result = readBytes(item, readItem)
      if (result === undefined) continue
      const place = { file: source.name, row: row + rows.length, line: item.number }
      rows.push(placed(result, place, () => lossyText(item.bytes)))
    }
    row += rows.length
    if (rows.length > 0) yield rows
  }
}

function readBytes({ bytes, broken }: JsonItem, readItem: ReadItem): ReadItemResult | undefined {
  if (broken !== undefined) return broken
  return isUtf8(bytes) ? readJson(bytes.toString(), readItem) : 'encoding'
}
