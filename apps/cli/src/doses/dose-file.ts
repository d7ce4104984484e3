import { Fault } from '@vaxcert/core'
import { checkHeader, columns } from './columns.ts'
import { readCsv } from './csv-reader.ts'
import { readNdjson } from './ndjson-reader.ts'
import { lossyText } from './utf8.ts'

export type DoseFormat = 'csv' | 'ndjson'

/** A file of dose records as received: nothing in it has been judged but its form. */
export interface DoseFile {
  readonly format: DoseFormat
  /** Names of each row's cells. */
  readonly columns: readonly string[]
  /** Every line of the file that is not empty and not the header. */
  readonly rows: readonly DoseRow[]
}

export interface DoseRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number
  /** One cell for each column; absent when the line could not be cut into them. */
  readonly cells?: readonly string[]
  /** `person_id` of a row without cells, where that much could be read. */
  readonly person?: string
  /** The line as it stood, where the cells do not tell all of it. What was not UTF-8 is U+FFFD. */
  readonly text?: string
}

/**
 * Reads a whole file of dose records; all of it is kept, since the doses of one person may stand anywhere in it.
 * @throws Fault `record.shape` when the file is empty or a CSV header cannot be used
 */
export function readDoseFile(bytes: Uint8Array, format: DoseFormat = formatOf(bytes)): DoseFile {
  return format === 'csv' ? readCsvFile(bytes) : readNdjsonFile(bytes)
}

/** NDJSON begins with a brace, after a byte order mark and white space perhaps. */
function formatOf(bytes: Uint8Array): DoseFormat {
  return /^\uFEFF?\s*\{/.test(lossyText(bytes.subarray(0, 256))) ? 'ndjson' : 'csv'
}

function readCsvFile(bytes: Uint8Array): DoseFile {
  const records = readCsv(bytes)
  const first = records.next()
  if (first.done) throw new Fault('record.shape', 'the file is empty')
  const header = first.value.cells
  if (header === undefined) throw new Fault('record.shape', 'the header cannot be read')
  checkHeader(header)
  const rows: DoseRow[] = []
  for (const { line, cells, source } of records) {
    rows.push(cells && !isHeaderAgain(cells, header) ? { line, cells } : { line, text: lossyText(source) })
  }
  return { format: 'csv', columns: header, rows }
}

/** As where two files were put together. */
function isHeaderAgain(cells: readonly string[], header: readonly string[]): boolean {
  return cells.every((cell, index) => cell === header[index])
}

function readNdjsonFile(bytes: Uint8Array): DoseFile {
  const rows = Array.from(readNdjson(bytes))
  if (rows.length === 0) throw new Fault('record.shape', 'the file is empty')
  return { format: 'ndjson', columns, rows }
}
