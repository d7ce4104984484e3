import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { openRecords } from '../../../src/read/open-records.ts'
import { bytesSource } from '../../../src/read/source.ts'
import { numberText } from '../../../src/read/xlsx/sheet-row.ts'
import { nextChild } from '../../../src/read/xlsx/xml.ts'
import { listZip, unzip } from '../../../src/read/xlsx/zip.ts'
import { faultOf, inShort, rowsOf } from '../rows-of.ts'
import { textRow, workbookOf, zipOf } from './workbook-of.ts'

const heading = textRow(1, 'Họ và tên', 'Ngày sinh', 'Số CCCD')

async function short(rows: string, shared = ''): Promise<readonly unknown[]> {
  return (await rowsOf(workbookOf({ sheets: { DS: heading + rows }, shared }))).map(inShort)
}

describe('reading XLSX', () => {
  it('reads what a writer of workbooks wrote: texts, numbers, days as their numbers', async () => {
    const sheet = [
      ['DANH SÁCH', null, null, null].map((value) => ({ value: value ?? undefined })),
      ['Họ và tên', 'Ngày tiêm', 'Số CCCD', 'Mũi số'].map((value) => ({ value })),
      [
        { value: 'Nguyễn Văn Đức & Co <1>' },
        { value: new Date(Date.UTC(2021, 4, 1)), type: Date, format: 'dd/mm/yyyy' },
        { value: 79190001234, type: Number },
        { value: 2, type: Number },
      ],
    ]
    const bytes = await writeExcelFile(sheet as never).toBuffer()
    expect((await rowsOf(bytes)).map(inShort)).toEqual([
      [3, { full_name: 'Nguyễn Văn Đức & Co <1>', dose_date: '44317', id_number: '79190001234', dose_number: '2' }],
    ])
  })

  it('reads shared texts, rich ones too, without how they are pronounced', async () => {
    const shared =
      '<si><t>An</t></si><si><r><t xml:space="preserve">Lê </t></r><r><t>B&#236;nh_x000D_</t></r><rPh><t>x</t></rPh></si>'
    expect(
      await short(
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>9</v></c></row>',
        shared,
      ),
    ).toEqual([[2, { full_name: 'Lê Bình\r', birth_date: 'An', id_number: '\uFFFD' }]])
  })

  it('takes the last result of a formula, and the formula where there is none', async () => {
    const cells =
      '<c r="A5" t="str"><f>B1&amp;C1</f><v>An</v></c><c r="B5"><f>A1+1</f></c><c r="C5" t="e"><v>#N/A</v></c>'
    expect(await short(`<row r="5">${cells}</row>`)).toEqual([
      [5, { full_name: 'An', birth_date: '=A1+1', id_number: '#N/A' }],
    ])
  })

  it.each([
    ['79190001234', '79190001234'],
    ['7.9190001234E10', '79190001234'],
    ['79190001234.0', '79190001234'],
    ['7.9E+10', '7.9E+10'],
    ['7.91900012340E10', '79190001234'],
    ['44317.375', '44317.375'],
    ['-3', '-3'],
    ['1E-2', '1E-2'],
    ['', ''],
  ])('writes the number %s as %s', (value, text) => {
    expect(numberText(value)).toBe(text)
  })

  it('keeps cells under their columns where some are missing, and sheets without cell references', async () => {
    const rows =
      '<row r="2"><c r="C2"><v>7</v></c></row><row><c t="inlineStr"><is><t>An</t></is></c><c/><c><v>8</v></c></row><row r="9"/>'
    expect(await short(rows)).toEqual([
      [2, { id_number: '7' }],
      [3, { full_name: 'An', id_number: '8' }],
    ])
  })

  it('reads tags with a prefix', async () => {
    const prefixed = (heading + textRow(2, 'An', '1985', '1')).replace(/<(\/?)/g, '<$1x:')
    expect((await rowsOf(workbookOf({ sheets: { DS: prefixed } }))).map(inShort)).toEqual([
      [2, { full_name: 'An', birth_date: '1985', id_number: '1' }],
    ])
  })

  it('takes the first sheet with a heading, names the others, and reads the one it is told to', async () => {
    const sheets = {
      Bìa: textRow(1, 'SỞ Y TẾ'),
      M1: heading + textRow(2, 'An', '', ''),
      M2: heading + textRow(2, 'Ba', '', ''),
    }
    const source = bytesSource('a.xlsx', workbookOf({ sheets }))
    expect((await openRecords(source)).otherSheets).toEqual(['M2'])
    const other = await rowsOf(workbookOf({ sheets }), { sheet: 'M2' })
    expect(other.map(inShort)).toEqual([[2, { full_name: 'Ba' }]])
    expect(await faultOf(openRecords(source, { sheet: 'M3' }))).toBe('record.heading: no sheet with a heading row')
  })

  it('refuses a cell beyond the heading, and a row too wide or too long, each alone', async () => {
    const rows = [
      textRow(2, 'An', '1985', '1', 'x'),
      '<row r="3"><c r="XFD3"><v>1</v></c></row>',
      `<row r="4"><c r="A4" t="inlineStr"><is><t>${'x'.repeat(1_100_000)}</t></is></c></row>`,
      textRow(5, 'Ba', '1990', '2'),
    ]
    expect(
      (await rowsOf(workbookOf({ sheets: { DS: heading + rows.join('') } }))).map((row) =>
        'reason' in row ? row.reason : 'read',
      ),
    ).toEqual(['cells', 'cells', 'too-large', 'read'])
  })

  it('reads the row in which the sheet breaks off', async () => {
    const cut = textRow(2, 'An', '1985', '1').slice(0, -30)
    expect(await short(cut)).toEqual([[2, { full_name: 'An', birth_date: '1985' }]])
  })
})

describe('hostile workbooks', () => {
  it('stops unpacking where a sheet has more than it may hold', async () => {
    const bomb = zipOf({ a: Buffer.alloc(20_000_000) })
    expect(bomb.length).toBeLessThan(30_000)
    const entry = listZip(bomb).get('a')
    const read = async (): Promise<void> => {
      for await (const _ of unzip(bomb, entry as never, 1_000_000));
    }
    expect(await faultOf(read())).toMatch(/^record\.too-large: /)
  })

  it('says what is wrong with a workbook whose days count from 1904', async () => {
    const bytes = workbookOf({ sheets: { DS: heading }, properties: '<workbookPr date1904="1"/>' })
    expect(await faultOf(rowsOf(bytes))).toMatch(/^record\.workbook: its days count from 1904/)
  })

  it('says what is wrong with an old, an encrypted, a foreign and a damaged archive', async () => {
    const old = Buffer.concat([Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), randomBytes(600)])
    const whole = workbookOf({ sheets: { DS: heading } })
    expect(await faultOf(rowsOf(old))).toMatch(/^record\.workbook: an old or encrypted/)
    expect(await faultOf(rowsOf(zipOf({ 'xl/workbook.xml': '' }, 1)))).toBe('record.workbook: the archive is encrypted')
    expect(await faultOf(rowsOf(zipOf({ 'word/document.xml': '' })))).toMatch(/^record\.workbook: a part/)
    expect(await faultOf(rowsOf(whole.subarray(0, whole.length - 30)))).toMatch(/^record\.workbook: /)
  })

  it('throws nothing but a Fault, whatever bytes are changed', async () => {
    const whole = workbookOf({ sheets: { DS: heading + textRow(2, 'An', '1985', '1') }, shared: '<si><t>x</t></si>' })
    const change = fc.tuple(fc.integer({ min: 4, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        expect(await faultOf(rowsOf(bytes))).toMatch(/^(none$|record\.)/)
      }),
      { numRuns: 300 },
    )
  })

  it('expands no entities, and looks at each letter of broken tags but a few times', async () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    expect(await short(`<row r="2"><c r="A2" t="str"><v>&a;&#0;&#xD800;</v></c></row>${lol}`)).toEqual([
      [2, { full_name: '&a;\uFFFD\uFFFD' }],
    ])
    expect(nextChild('<c '.repeat(300_000), 'c', 0)).toBeUndefined()
    expect(await short(`<row r="2">${'<c '.repeat(300_000)}</row>`)).toEqual([])
    expect(await short(`<row r="2">${'<c>'.repeat(300_000)}</row>`)).toEqual([])
  })
})
