import { columnName, xmlText } from '../../src/worklist/sheet-xml.ts'
import { zipArchive, zipEntry } from '../../src/worklist/zip-writer.ts'

/** A text, or a number that a spreadsheet made of one. */
export type SheetCells = string | number

/** A workbook as Excel, LibreOffice and WPS save it: shared strings, numbers as numbers, empty cells left out. */
export function savedWorkbook(sheets: readonly (readonly (readonly SheetCells[])[])[]): Buffer {
  const shared: string[] = []
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = sheets.map((lines, at) =>
    zipEntry(
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet ${main}><sheetData>${lines.map((cells, row) => rowXml(cells, row + 1, shared)).join('')}</sheetData></worksheet>`,
    ),
  )
  const names = sheets.map((_, at) => `<sheet name="Trang ${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const relations = [
    ...sheets.map(
      (_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    ),
    `<Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`,
  ]
  const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return zipArchive([
    zipEntry('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    zipEntry(
      '_rels/.rels',
      `<Relationships xmlns="${package_}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    zipEntry('xl/workbook.xml', `<workbook ${main} xmlns:r="${office}"><sheets>${names.join('')}</sheets></workbook>`),
    zipEntry('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${package_}">${relations.join('')}</Relationships>`),
    zipEntry(
      'xl/sharedStrings.xml',
      `<sst ${main}>${shared.map((text) => `<si><t>${xmlText(text)}</t></si>`).join('')}</sst>`,
    ),
    ...parts,
  ])
}

function rowXml(cells: readonly SheetCells[], row: number, shared: string[]): string {
  const inner = cells.map((cell, at) => {
    const place = `r="${columnName(at)}${row}"`
    if (cell === '') return ''
    return typeof cell === 'number'
      ? `<c ${place}><v>${cell}</v></c>`
      : `<c ${place} t="s"><v>${shared.push(cell) - 1}</v></c>`
  })
  return `<row r="${row}">${inner.join('')}</row>`
}
