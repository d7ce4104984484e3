import { type Style, styles } from './workbook-parts.ts'

/** One cell: its text, or runs of which some stand out. */
export interface SheetCell {
  readonly text: string
  readonly style: Style
  /** Runs of the text that are bold, where it is not written in one. */
  readonly runs?: readonly { readonly text: string; readonly isBold: boolean }[]
}

/** A row; cells by column from 0, `height` in points where it does not follow from the text. */
export interface XmlRow {
  readonly cells: readonly (SheetCell | undefined)[]
  readonly height?: number
}

/** `sheetData` of a sheet (ECMA-376 §18.3.1.80): all cells are inline strings. */
export function sheetData(rows: readonly XmlRow[]): string {
  let xml = '<sheetData>'
  rows.forEach(({ cells, height }, index) => {
    const row = index + 1
    xml += height === undefined ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`
    cells.forEach((cell, column) => {
      if (cell !== undefined) xml += cellXml(`${columnName(column)}${row}`, cell)
    })
    xml += '</row>'
  })
  return `${xml}</sheetData>`
}

/** 27 → "AB". */
export function columnName(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnName(Math.floor(column / 26) - 1) + rest
}

function cellXml(place: string, { text, style, runs }: SheetCell): string {
  const start = `<c r="${place}" s="${styles[style]}"`
  if (text === '') return `${start}/>`
  const inner = runs === undefined ? textXml(text) : runs.map(runXml).join('')
  return `${start} t="inlineStr"><is>${inner}</is></c>`
}

const look = '<sz val="11"/><color rgb="FF0B5394"/><rFont val="Times New Roman"/>'

function runXml({ text, isBold }: { readonly text: string; readonly isBold: boolean }): string {
  return `<r><rPr>${isBold ? '<b/><u/>' : ''}${look}</rPr>${textXml(text)}</r>`
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${xmlText(text)}</t>`
}

const special = /[&<>"]/g
const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in XML, in an attribute too. */
export function xmlText(text: string): string {
  return text.replace(special, (sign) => named[sign] ?? '')
}
