import type { ReadRow, RowPlace, UnreadReason } from '../../record.ts'
import { type CellCheck, cellCheck } from '../cell-check.ts'
import { type CutBlock, cutFile } from '../cut-file.ts'
import type { Encoding } from '../encoding.ts'
import { fileLimits } from '../file-limits.ts'
import { type BlockReader, type BlockTexts, blockReader } from '../row-text.ts'
import { type ReadValues, valuesReader } from '../row-values.ts'
import type { RecordSource } from '../source.ts'
import type { CsvForm } from './csv-form.ts'
import { quotedCells } from './quoted-row.ts'
import { type RowFrame, rowCutter } from './row-cutter.ts'

/** What the reading of one file needs to know. */
export interface RowReading {
  readonly source: RecordSource
  readonly encoding: Encoding
  readonly sample: Buffer
  readonly isGuarded: boolean
  /** Number of its first row within the run. */
  readonly firstRow: number
}

interface CsvReading {
  readonly delimiter: string
  readonly fits: CellCheck
  readonly readValues: ReadValues
}

/** The rows of a CSV file below its heading, a block at a time. */
export async function* csvRows(reading: RowReading, form: CsvForm): AsyncGenerator<readonly ReadRow[]> {
  const { source, encoding } = reading
  const cut = rowCutter({ rowBytes: fileLimits.rowBytes, delimiter: form.delimiter.charCodeAt(0) })
  const reader: BlockReader = blockReader(encoding, reading.sample)
  const csv: CsvReading = {
    delimiter: form.delimiter,
    fits: cellCheck(form.layout),
    readValues: valuesReader(form.layout, reading.isGuarded),
  }
  let row = reading.firstRow
  for await (const block of cutFile(source, encoding, cut)) {
    const rows = readBlock(block, reader(block.block), csv, { file: source.name, row, after: form.line })
    row += rows.length
    if (rows.length > 0) yield rows
  }
}

interface From {
  readonly file: string
  readonly row: number
  /** Line of the heading: rows begin below. */
  readonly after: number
}

function readBlock({ frames }: CutBlock, texts: BlockTexts, csv: CsvReading, from: From): ReadRow[] {
  const rows: ReadRow[] = []
  for (const frame of frames) {
    if (frame.line <= from.after) continue
    const row = readRow(frame, texts, csv, { file: from.file, row: from.row + rows.length, line: frame.line })
    if (row !== undefined) rows.push(row)
  }
  return rows
}

/** A row without anything in its cells is none. */
function readRow(frame: RowFrame, texts: BlockTexts, csv: CsvReading, place: RowPlace): ReadRow | undefined {
  if (frame.broken !== undefined) return unread(frame, texts, place, frame.broken)
  const text = texts.textOf(frame.start, frame.end)
  if (text === undefined) return unread(frame, texts, place, 'encoding')
  const cells = frame.isQuoted ? quotedCells(text, csv.delimiter) : text.split(csv.delimiter)
  const reason = csv.fits(cells)
  if (reason === undefined) return { place, values: csv.readValues(cells), cells }
  return reason === 'blank' ? undefined : unread(frame, texts, place, reason)
}

function unread({ start, end }: RowFrame, texts: BlockTexts, place: RowPlace, reason: UnreadReason): ReadRow {
  return { place, reason, text: texts.lossyTextOf(start, end) }
}
