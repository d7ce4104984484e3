import type { Blob } from 'node:buffer'
import type { Stream } from 'node:stream'
import type { Feature } from 'write-excel-file/node'

/** What paper asks of a sheet beyond what the writer knows. */
export interface PrintSetup {
  /** Rows that every page repeats, from 1. */
  readonly firstRow: number
  readonly lastRow: number
  /** Stands at the foot of every page, before its number. Letters, digits and hyphens. */
  readonly footer: string
}

/** A4, landscape, one page wide, heading rows and list on every page (ECMA-376 §18.3.1.63, §18.3.1.46, §18.2.5). */
export function printSetup({ firstRow, lastRow, footer }: PrintSetup): Feature<Stream | Buffer | Blob> {
  const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Danh sach'!$${firstRow}:$${lastRow}</definedName>`
  const page =
    '<pageMargins left="0.3" right="0.3" top="0.4" bottom="0.5" header="0.2" footer="0.2"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    `<headerFooter><oddFooter>&amp;L${footer}&amp;R&amp;P/&amp;N</oddFooter></headerFooter>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: (xml) => withPage(xml, page) },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, `<definedNames>${titles}</definedNames>`),
        },
      },
    },
  }
}

function withPage(xml: string, page: string): string {
  const bare = xml.replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/g, '')
  const fitted = bare.includes('<sheetPr')
    ? bare
    : bare.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
  return /<drawing|<legacyDrawing|<tableParts/.test(fitted)
    ? fitted.replace(/<(?:drawing|legacyDrawing|tableParts)/, (tag) => page + tag)
    : fitted.replace('</worksheet>', `${page}</worksheet>`)
}
