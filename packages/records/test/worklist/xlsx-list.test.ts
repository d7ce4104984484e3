import { describe, expect, it } from 'vitest'
import { bytesSource } from '../../src/read/source.ts'
import { tableRows } from '../../src/read/table-rows.ts'
import { openWorkbook } from '../../src/read/xlsx/workbook.ts'
import { listZip, unzip } from '../../src/read/xlsx/zip.ts'
import { compareReturned } from '../../src/worklist/compare.ts'
import { sheetLines } from '../../src/worklist/sheet.ts'
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

  it('prints on A4, landscape, one page wide, its headings on every page', async () => {
    const bytes = xlsxList(sheetLines(sampleList(), plainWords), plainWords)
    const sheet = await part(bytes, 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/)
    expect(sheet.match(/<pageSetup /g)).toHaveLength(1)
    expect(sheet).toMatch(/<pane ySplit="8"[^>]*state="frozen"/)
    expect(await part(bytes, 'xl/workbook.xml')).toContain("'Danh sach'!$7:$8")
  })
})
