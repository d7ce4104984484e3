import writeWorkbook, { type Cell, type Row } from 'write-excel-file/node'
import { type Column, isCorrected } from './columns.ts'
import { printSetup } from './print-setup.ts'
import type { SheetLines } from './sheet.ts'

/** In letters, together so narrow that a page of A4 can still be read. */
const widths: Readonly<Partial<Record<Column, number>>> = {
  row_key: 9,
  doses: 5,
  reasons: 24,
  number_meaning: 12,
  full_name_declared: 16,
  full_name_proposed: 12,
  full_name_corrected: 16,
  birth_date_declared: 10.5,
  birth_date_proposed: 10.5,
  birth_date_corrected: 10.5,
  sex_declared: 6,
  sex_proposed: 6,
  sex_corrected: 6,
  contact: 11,
  address: 14,
  evidence: 9,
  outcome: 8,
  note: 10,
}
const USUAL_WIDTH = 13.5

const text = { type: String, format: '@', wrap: true, alignVertical: 'top' } as const
const boxed = { ...text, borderStyle: 'thin', borderColor: '#999999' } as const
const yellow = '#FFF6CC'
const grey = '#EEEEEE'

/**
 * A list as an Excel workbook: every cell is text, so that zeros stay; columns to be filled are yellow; headings stand
 * still and are repeated on each sheet of A4, landscape.
 */
export function xlsxList(lines: SheetLines): Promise<Buffer> {
  const { head, headings, columns, rows, block } = lines
  const names = columns as readonly Column[]
  const headingRow = head.length + 1
  const data: Row[] = [
    ...head.map(([mark, label, value]) => line(mark, label, value, false)),
    names.map((column, at) => ({
      ...boxed,
      value: headings[at] ?? '',
      fontWeight: 'bold',
      backgroundColor: fill(column) ?? grey,
    })),
    names.map((column) => ({
      ...boxed,
      value: column,
      fontSize: 7,
      textColor: '#666666',
      backgroundColor: grey,
      wrap: false,
    })),
    ...rows.map((cells) => names.map((column, at) => bodyCell(column, cells[at] ?? ''))),
    ...block.map(([mark, label, value]) => line(mark, label, value, mark !== 'help')),
  ]
  const sheet = {
    sheet: 'Danh sach',
    orientation: 'landscape' as const,
    stickyRowsCount: headingRow + 1,
    columns: names.map((column) => ({ width: widths[column] ?? USUAL_WIDTH })),
  }
  const setup = printSetup({
    firstRow: headingRow,
    lastRow: headingRow + 1,
    footer: head.find(([mark]) => mark === 'list_id')?.[2] ?? '',
  })
  return writeWorkbook(data, sheet, { fontFamily: 'Times New Roman', fontSize: 11, features: [setup] }).toBuffer()
}

function bodyCell(column: Column, value: string): Cell {
  const backgroundColor = fill(column)
  return { ...boxed, value, ...(backgroundColor !== undefined && { backgroundColor }) }
}

function fill(column: Column): string | undefined {
  return isCorrected(column) ? yellow : undefined
}

/** A line above or below the table: mark, what it means, and a wide cell, yellow where somebody has to write. */
function line(mark: string, label: string, value: string, isOpen: boolean): Row {
  const wide = {
    ...text,
    value,
    columnSpan: 8,
    ...(isOpen && { backgroundColor: yellow, height: 24 }),
    ...(mark === 'help' && { height: 90 }),
  }
  const isTitle = mark === 'list'
  return [
    { ...text, value: mark, fontSize: 7, textColor: '#999999', wrap: false },
    { ...text, value: label, fontWeight: 'bold', columnSpan: 3 },
    null,
    null,
    isTitle ? { ...wide, fontWeight: 'bold', fontSize: 14, height: 22 } : wide,
  ]
}
