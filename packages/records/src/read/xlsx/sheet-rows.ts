import { Fault } from '@vaxcert/core/fault'
import type { ReadRow } from '../../record.ts'
import { type CellCheck, cellCheck } from '../cell-check.ts'
import type { RowReading } from '../csv/csv-rows.ts'
import { fileLimits } from '../file-limits.ts'
import { findHeading, type Heading, type TopRow } from '../find-heading.ts'
import type { Mapping } from '../mapping.ts'
import { type ReadValues, valuesReader } from '../row-values.ts'
import { readSheetRow, type SheetRow } from './sheet-row.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { elementsNamed } from './xml.ts'
import { unzip } from './zip.ts'

/** The sheet that is read, and those with headings that are not: they hold rows too. */
export interface ChosenSheet extends Heading {
  readonly sheet: Sheet
  readonly others: readonly string[]
}

export interface LinedRow extends SheetRow {
  /** Number that the sheet shows. */
  readonly line: number
  readonly isTooLarge: boolean
}

/**
 * Takes the sheet of a name, or the first that has a heading.
 * @throws Fault `record.heading` when there is none
 */
export async function chooseSheet(workbook: Workbook, mapping: Mapping, name?: string): Promise<ChosenSheet> {
  const headed: (Heading & { sheet: Sheet })[] = []
  const tried = workbook.sheets.filter((sheet) => name === undefined || sheet.name === name)
  let why: unknown
  for (const sheet of tried) {
    try {
      headed.push({ sheet, ...findHeading(await topRows(workbook, sheet), mapping) })
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'record.heading') throw error
      why ??= error
    }
  }
  const [first, ...others] = headed
  if (first === undefined) throw why ?? new Fault('record.heading', 'no sheet with a heading row')
  return { ...first, others: others.map(({ sheet }) => sheet.name) }
}

async function topRows(workbook: Workbook, sheet: Sheet): Promise<TopRow[]> {
  const rows: TopRow[] = []
  for await (const found of sheetRows(workbook, sheet)) {
    rows.push(...found)
    if (rows.length >= fileLimits.headingRows) break
  }
  return rows.slice(0, fileLimits.headingRows)
}

/** Every row of a sheet that says anything, from its top. */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<readonly LinedRow[]> {
  let line = 0
  const chunks = unzip(workbook.archive, sheet.entry, fileLimits.sheetBytes)
  for await (const found of elementsNamed(chunks, 'row', fileLimits.itemBytes)) {
    yield found.map(({ raw, isTooLarge }) => {
      const row = readSheetRow(raw, workbook.shared, fileLimits.cells)
      line = Math.max(line + 1, row.number ?? 0)
      return { ...row, line, isTooLarge }
    })
  }
}

/** The rows of a sheet below its heading. Their line is the number that the sheet shows. */
export async function* xlsxRows(
  reading: RowReading,
  workbook: Workbook,
  chosen: ChosenSheet,
): AsyncGenerator<readonly ReadRow[]> {
  const readValues = valuesReader(chosen.layout, reading.isGuarded)
  const fits = cellCheck(chosen.layout, true)
  let row = reading.firstRow
  for await (const found of sheetRows(workbook, chosen.sheet)) {
    const rows: ReadRow[] = []
    for (const one of found) {
      if (one.line <= chosen.line) continue
      const place = { file: reading.source.name, row: row + rows.length, line: one.line }
      const read = readRow(one, place, fits, readValues)
      if (read !== undefined) rows.push(read)
    }
    row += rows.length
    if (rows.length > 0) yield rows
  }
}

function readRow(row: LinedRow, place: ReadRow['place'], fits: CellCheck, readValues: ReadValues): ReadRow | undefined {
  const reason = row.isTooLarge ? 'too-large' : row.isTooWide ? 'cells' : fits(row.cells)
  if (reason === 'blank') return undefined
  if (reason === undefined) return { place, values: readValues(row.cells), cells: row.cells }
  return { place, reason, text: row.cells.join('\t') }
}
