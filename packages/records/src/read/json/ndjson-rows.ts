import type { ReadRow, RowPlace, UnreadReason } from '../../record.ts'
import type { RowReading } from '../csv/csv-rows.ts'
import { rowCutter } from '../csv/row-cutter.ts'
import { cutFile } from '../cut-file.ts'
import { fileLimits } from '../file-limits.ts'
import { blockReader } from '../row-text.ts'

/** What a JSON value is as a row; undefined where it is none of ours and tells of no dose. */
export type ReadItem = (value: unknown) => ReadItemResult | undefined

export type ReadItemResult = Omit<Extract<ReadRow, { values: unknown }>, 'place'> | UnreadReason

/** The rows of a file with one JSON value a line. A line that is no JSON costs itself alone. */
export async function* ndjsonRows(reading: RowReading, readItem: ReadItem): AsyncGenerator<readonly ReadRow[]> {
  const { source, encoding } = reading
  const readBlock = blockReader(encoding, reading.sample)
  let row = reading.firstRow
  for await (const { block, frames } of cutFile(source, encoding, rowCutter({ rowBytes: fileLimits.itemBytes }))) {
    const { textOf, lossyTextOf } = readBlock(block)
    const rows: ReadRow[] = []
    for (const { start, end, line, broken } of frames) {
      const text = broken === undefined ? textOf(start, end) : undefined
      const place: RowPlace = { file: source.name, row: row + rows.length, line }
      const item = text === undefined ? (broken ?? 'encoding') : readJson(text, readItem)
      if (item !== undefined) rows.push(placed(item, place, () => lossyTextOf(start, end)))
    }
    row += rows.length
    if (rows.length > 0) yield rows
  }
}

export function placed(item: ReadItemResult, place: RowPlace, text: () => string): ReadRow {
  return typeof item === 'string' ? { place, reason: item, text: text() } : { place, ...item }
}

/** A row of white space is none. */
export function readJson(text: string, readItem: ReadItem): ReadItemResult | undefined {
  const value = parseJson(text)
  if (value !== undefined) return readItem(value)
  return text.trim() === '' ? undefined : 'json'
}

const exponent = /\d[eE][+-]?\d/
const textOrExponent = /"(?:[^"\\]|\\.)*"|(-?\d+(?:\.\d+)?[eE][+-]?\d+)/g

/**
 * The value, or undefined where the text is no JSON. A number with an exponent comes as the text it is, "7.9E+10": its
 * digits are lost, and nobody shall take it for a number of 11 digits.
 */
export function parseJson(text: string): unknown {
  const plain = parsed(text)
  if (plain === undefined || !exponent.test(text)) return plain
  const quoted = text.replace(textOrExponent, (whole, number?: string) =>
    number === undefined ? whole : `"${number}"`,
  )
  return parsed(quoted) ?? plain
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined
  } catch {
    return undefined
  }
}
