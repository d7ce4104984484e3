import { type Column, isCorrected, type SheetField, type SheetWords } from './columns.ts'
import { HEADING_ROW, printTitles, SHEET, sheetEnd, sheetTop } from './print-setup.ts'
import type { SheetLines } from './sheet.ts'
import { columnName, type SheetCell, sheetData, type XmlRow } from './sheet-xml.ts'
import { sheetPart, workbookParts } from './workbook-parts.ts'
import { type ZipEntry, zipArchive } from './zip-writer.ts'

/** Columns over which label and text of a line stretch, from 0. */
const LABEL = [1, 3] as const
const TEXT = [4, 12] as const
/** In points: a line to be written on by hand, room for a stamp, the instructions. */
const heights: Readonly<Record<string, number>> = { list: 22, help: 110, seal: 72, receiver_seal: 72 }
const WRITTEN_HEIGHT = 24

let fixedParts: readonly ZipEntry[] | undefined

/**
 * A list as an Excel workbook: every cell is text, so that zeros stay; columns to be filled are yellow, what is asked
 * about red, what is proposed blue.
 */
export function xlsxList(lines: SheetLines, words: SheetWords): Buffer {
  const { head, rows, asked, block } = lines
  const above = head.map((line) => lineRow(line, false))
  const table = rows.map((cells, at) => tableRow(lines.columns, cells, asked[at] ?? []))
  const below = block.map((line) => lineRow(line, line[0] !== 'help'))
  const data = [...above, ...headingRows(lines), ...table, ...below]
  const firstBelow = HEADING_ROW + 2 + rows.length
  const merged = [...numbers(1, above.length), ...numbers(firstBelow, below.length)].flatMap((row) =>
    [LABEL, TEXT].map(([from, to]) => `${columnName(from)}${row}:${columnName(to)}${row}`),
  )
  const id = head.find(([mark]) => mark === 'list_id')?.[2] ?? ''
  fixedParts ??= workbookParts(SHEET, printTitles)
  const xml = sheetTop(lines.columns) + sheetData(data) + sheetEnd(lines, merged, id, words)
  return zipArchive([...fixedParts, sheetPart(xml)])
}

function headingRows({ headings, columns }: SheetLines): readonly XmlRow[] {
  const cells = columns.map((column, at): SheetCell => {
    return { text: headings[at] ?? '', style: isCorrected(column) ? 'openHeading' : 'heading' }
  })
  return [{ cells }, { cells: columns.map((text) => ({ text, style: 'machine' })) }]
}

function tableRow(columns: readonly Column[], cells: readonly string[], asked: readonly SheetField[]): XmlRow {
  const text = (column: Column): string => cells[columns.indexOf(column)] ?? ''
  const declared = new Set<Column>(asked.map((field) => `${field}_declared` as const))
  return {
    cells: columns.map((column): SheetCell => {
      if (isCorrected(column)) return { text: text(column), style: 'open' }
      if (declared.has(column)) return { text: text(column), style: 'asked' }
      if (column === 'timeline') return { text: text(column).replace(nextDose, '\n'), style: 'body' }
      if (column === 'full_name_proposed') return proposedName(text('full_name_declared'), text(column))
      return { text: text(column), style: column.endsWith('proposed') ? 'proposed' : 'body' }
    }),
  }
}

/** In front of each dose of a timeline but the first: a line each. What is read back has blanks there. */
const nextDose = / (?=\(\d{1,2}\) )/g

/** Words of a name that differ from the declared ones stand out: a tone mark is easily overlooked. */
function proposedName(declared: string, text: string): SheetCell {
  const before = declared.split(' ')
  const runs = text.split(' ').map((word, at) => ({ text: at === 0 ? word : ` ${word}`, isBold: word !== before[at] }))
  return { text, style: 'proposed', ...(runs.some(({ isBold }) => isBold) && { runs }) }
}

/** A line above or below the table: mark, what it means, and a wide cell, yellow where somebody has to write. */
function lineRow([mark, label, text]: SheetLines['head'][number], isOpen: boolean): XmlRow {
  const style = isOpen ? 'open' : mark === 'list' ? 'title' : 'value'
  const height = heights[mark] ?? (isOpen ? WRITTEN_HEIGHT : undefined)
  const cells: (SheetCell | undefined)[] = [
    { text: mark, style: 'mark' },
    { text: label, style: 'label' },
  ]
  cells[TEXT[0]] = { text, style }
  if (isOpen) for (let at = TEXT[0] + 1; at <= TEXT[1]; at += 1) cells[at] = { text: '', style }
  return { cells, ...(height !== undefined && { height }) }
}

function numbers(first: number, many: number): readonly number[] {
  return Array.from({ length: many }, (_, at) => first + at)
}
