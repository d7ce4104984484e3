import { quotedCells } from './csv/quoted-row.ts'
import { rowCutter } from './csv/row-cutter.ts'
import { cutFile } from './cut-file.ts'
import { detectEncoding } from './encoding.ts'
import { fileLimits } from './file-limits.ts'
import { blockReader } from './row-text.ts'
import { firstBytes, type RecordSource } from './source.ts'
import { sheetRows } from './xlsx/sheet-rows.ts'
import { openWorkbook, type Sheet, type Workbook } from './xlsx/workbook.ts'

/** A row of a sheet as it stands, whatever its columns mean. */
export interface TableRow {
  /** Line of the file, or number that the sheet shows, from 1. */
  readonly line: number
  /** Undefined where the row cannot be cut into cells, or is no text. */
  readonly cells: readonly string[] | undefined
}

const zipMark = Buffer.of(0x50, 0x4b, 3, 4)
const delimiters = [',', ';', '\t'] as const

/**
 * Every row of a CSV file or of an XLSX file's first sheet with that heading, for tables of ours that come back: with
 * `everySheet` of all that have it. Empty lines are none.
 * The delimiter of CSV is the one that stands behind `heading`, the first heading of the table, in ASCII; else a comma.
 * @throws Fault `record.workbook`, `record.too-large`
 */
export async function* tableRows(
  source: RecordSource,
  heading: string,
  { everySheet = false }: { readonly everySheet?: boolean } = {},
): AsyncGenerator<readonly TableRow[]> {
  const sample = await firstBytes(source, fileLimits.sampleBytes)
  yield* sample.subarray(0, 4).equals(zipMark)
    ? workbookRows(source, heading, everySheet)
    : csvTable(source, sample, heading)
}

async function* csvTable(source: RecordSource, sample: Buffer, heading: string): AsyncGenerator<readonly TableRow[]> {
  const encoding = detectEncoding(sample)
  const reader = blockReader(encoding, sample)
  const delimiter = delimiterAfter(heading, sample)
  const cut = rowCutter({ rowBytes: fileLimits.rowBytes, delimiter: delimiter.charCodeAt(0) })
  for await (const { block, frames } of cutFile(source, encoding, cut)) {
    const { textOf } = reader(block)
    yield frames.map(({ start, end, line, broken }) => {
      const text = broken === undefined ? textOf(start, end) : undefined
      return { line, cells: text === undefined ? undefined : quotedCells(text, delimiter) }
    })
  }
}

/** Where the sample is UTF-16, its letters stand with zeros between. */
function delimiterAfter(heading: string, sample: Buffer): string {
  const plain = sample.toString('latin1').replaceAll('\0', '').replaceAll('"', '')
  return delimiters.find((delimiter) => plain.includes(`${heading}${delimiter}`)) ?? ','
}

async function* workbookRows(
  source: RecordSource,
  heading: string,
  everySheet: boolean,
): AsyncGenerator<readonly TableRow[]> {
  const workbook = await openWorkbook(source)
  const headed: Sheet[] = []
  for (const sheet of workbook.sheets) if (await isHeaded(workbook, sheet, heading)) headed.push(sheet)
  const found = headed.length > 0 ? headed : workbook.sheets
  for (const sheet of everySheet ? found : found.slice(0, 1)) {
    for await (const rows of sheetRows(workbook, sheet)) {
      yield rows.map(({ line, cells, isTooWide, isTooLarge }) => ({
        line,
        cells: isTooWide || isTooLarge ? undefined : cells,
      }))
    }
  }
}

async function isHeaded(workbook: Workbook, sheet: Sheet, heading: string): Promise<boolean> {
  let looked = 0
  for await (const rows of sheetRows(workbook, sheet)) {
    if (rows.some(({ cells }) => cells.includes(heading))) return true
    looked += rows.length
    if (looked > fileLimits.headingRows) return false
  }
  return false
}
