import { describe, expect, it } from 'vitest'
import { bytesSource } from '../../src/read/source.ts'
import { tableRows } from '../../src/read/table-rows.ts'
import { openWorkbook } from '../../src/read/xlsx/workbook.ts'
import { listZip, unzip } from '../../src/read/xlsx/zip.ts'
import { columns } from '../../src/worklist/columns.ts'
import { compareReturned } from '../../src/worklist/compare.ts'
import { sheetLines } from '../../src/worklist/sheet.ts'
import { columnName } from '../../src/worklist/sheet-xml.ts'
import type { WorkList } from '../../src/worklist/work-list.ts'
import { xlsxList } from '../../src/worklist/write-xlsx.ts'
import { plainWords, read, sampleList, signature } from './lists.ts'

async function part(bytes: Buffer, name: string): Promise<string> {
  const entry = listZip(bytes).get(name)
  const parts: Buffer[] = []
  if (entry !== undefined) for await (const one of unzip(bytes, entry, 1e7)) parts.push(one)
  return Buffer.concat(parts).toString()
}

describe('a list as a workbook', () => {
  it('comes back cell by cell as it went out, zeros and formulas as text', async () => {
    const list = sampleList()
    const lines = sheetLines(list, plainWords)
    const bytes = xlsxList(lines, plainWords)
    const found: (readonly string[])[] = []
    for await (const rows of tableRows(bytesSource('list.xlsx', bytes), 'row_key'))
      found.push(...rows.map(({ cells }) => cells ?? []))
    const row = found.find(([key]) => key === list.rows[0]?.key)
    expect(row).toEqual(list.rows[0]?.cells)
    expect(row).toContain('001185012345')
    expect((await openWorkbook(bytesSource('list.xlsx', bytes))).sheets).toHaveLength(1)
  })

  it('is taken once it is signed', async () => {
    const list = sampleList()
    const lines = sheetLines(list, plainWords)
    const block = lines.block.map(([mark, label, text]) => [mark, label, signature[mark] ?? text] as const)
    const returned = await read(xlsxList({ ...lines, block }, plainWords))
    expect(returned.problems).toEqual([])
    expect(compareReturned(list, returned, '2022-06-01')).toMatchObject({ kind: 'taken', untouched: 3 })
  })

  it('offers what belongs into a cell, locks what nobody may change, and may be filtered', async () => {
    const sheet = await part(xlsxList(sheetLines(sampleList(), plainWords), plainWords), 'xl/worksheets/sheet1.xml')
    const outcome = columnName(columns.indexOf('outcome'))
    expect(sheet).toMatch(new RegExp(`type="list"[^>]*sqref="${outcome}9:${outcome}11"><formula1>"1,2,3,4,5,6,7"`))
    expect(sheet).toContain('<formula1>"Nam,Nữ"</formula1>')
    expect(sheet).toContain(`<autoFilter ref="A8:${columnName(columns.length - 1)}11"/>`)
    expect(sheet).toMatch(/<sheetProtection sheet="1"(?![^>]*password)/)
    const order = [
      '<sheetData>',
      '<sheetProtection',
      '<autoFilter',
      '<mergeCells',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
    ]
    expect(order.map((tag) => sheet.indexOf(tag))).toEqual(
      order.map((tag) => sheet.indexOf(tag)).toSorted((a, b) => a - b),
    )
  })

  it('shows in a name what differs, and escapes what is markup', async () => {
    const [row, ...others] = sampleList().rows
    const list = {
      ...sampleList(),
      rows: [
        {
          ...row,
          cells: columns.map(
            (one) => ({ full_name_declared: 'Le <b>&"', full_name_proposed: 'Le Thị' })[one as string] ?? '',
          ),
        },
        ...others,
      ] as WorkList['rows'],
    }
    const sheet = await part(xlsxList(sheetLines(list, plainWords), plainWords), 'xl/worksheets/sheet1.xml')
    expect(sheet).toContain('Le &lt;b&gt;&amp;&quot;')
    expect(sheet).toMatch(/<rPr><b\/><u\/>[^/]*\/>[^/]*\/>[^/]*\/><\/rPr><t xml:space="preserve"> Thị<\/t>/)
  })

  it('prints on A4, landscape, one page wide, its headings on every page', async () => {
    const bytes = xlsxList(sheetLines(sampleList(), plainWords), plainWords)
    const sheet = await part(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/)
    expect(sheet.match(/<pageSetup /g)).toHaveLength(1)
    expect(sheet).toMatch(/<pane ySplit="8"[^>]*state="frozen"/)
    expect(await part(bytes, 'xl/workbook.xml')).toContain("'Danh sach'!$7:$8")
  })
})
