import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extraCells } from '../../../src/read/layout.ts'
import { openRecords } from '../../../src/read/open-records.ts'
import { bytesSource } from '../../../src/read/source.ts'
import type { DoseRecord } from '../../../src/record.ts'
import { faultOf, inShort, rowsOf } from '../rows-of.ts'

const heading = 'Họ và tên,Ngày sinh,Số CCCD'

async function short(content: string | Uint8Array): Promise<readonly unknown[]> {
  return (await rowsOf(content)).map(inShort)
}

describe('reading CSV', () => {
  it('gives each row its place: file, number within the run, line', async () => {
    const rows = await rowsOf(`${heading}\nNguyễn Văn An,1985,\n\n"Lê\nThị B",1990,\n`, { firstRow: 101 })
    expect(rows.map(({ place }) => place)).toEqual([
      { file: 'doses.csv', row: 101, line: 2 },
      { file: 'doses.csv', row: 102, line: 4 },
    ])
  })

  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('tells the delimiter %s by the headings', async (_, delimiter) => {
    const text = `Họ và tên,Địa chỉ,Ngày tiêm\n"An, Nguyễn; Văn|",Tổ 5,01/08/2021\n`.replaceAll(',', delimiter)
    const name = 'An, Nguyễn; Văn|'.replaceAll(',', delimiter)
    expect(await short(text)).toEqual([[2, { full_name: name, address: 'Tổ 5', dose_date: '01/08/2021' }]])
  })

  it('passes over titles above the heading, and over "sep=;"', async () => {
    const text = `sep=;\nSỞ Y TẾ THÁI NGUYÊN;;\nDANH SÁCH ĐỐI TƯỢNG TIÊM;;\n;;\n${heading.replaceAll(',', ';')}\nAn;1985;1\n`
    expect(await short(text)).toEqual([[6, { full_name: 'An', birth_date: '1985', id_number: '1' }]])
  })

  it('refuses rows with too many or too few cells, each alone', async () => {
    expect(await short(`${heading}\nAn,1985\nBa,1990,1,2\nCa,1991,3\n`)).toEqual([
      [2, 'cells', 'An,1985'],
      [3, 'cells', 'Ba,1990,1,2'],
      [4, { full_name: 'Ca', birth_date: '1991', id_number: '3' }],
    ])
  })

  it('takes a delimiter too many at the end of rows, or of the heading', async () => {
    const row = { full_name: 'An', birth_date: '1985', id_number: '1' }
    expect(await short(`${heading}\nAn,1985,1,\nAn,1985,1,,,\n`)).toEqual([
      [2, row],
      [3, row],
    ])
    expect(await short(`${heading},\nAn,1985,1,\nAn,1985,1\n`)).toEqual([
      [2, row],
      [3, row],
    ])
  })

  it('reports the heading where it stands once more', async () => {
    expect(await short(`${heading}\nAn,1985,1\n${heading}\nBa,1990,2\n`)).toEqual([
      [2, expect.anything()],
      [3, 'heading', heading],
      [4, expect.anything()],
    ])
  })

  it('counts rows of empty cells as none', async () => {
    expect(await short(`${heading}\n,,\n , ,\n   \nAn,1985,1\n,,,,,\n`)).toHaveLength(1)
  })

  it('refuses a row with a NUL, and one that is no UTF-8, each alone', async () => {
    const broken = Buffer.concat([
      Buffer.from(`${heading}\nĐỗ\0,1985,1\nĐ`),
      Buffer.of(0xff),
      Buffer.from(',1,1\nĐỗ,2,3'),
    ])
    expect(await short(broken)).toEqual([
      [2, 'encoding', 'Đỗ\uFFFD,1985,1'],
      [3, 'encoding', 'Đ\uFFFD,1,1'],
      [4, { full_name: 'Đỗ', birth_date: '2', id_number: '3' }],
    ])
  })

  it('keeps cells as they came: spaces, apostrophes, NBSP, NFD, a U+FFFD that stands in the file', async () => {
    const cells = [' Nguye\u0302\u0303n\u00a0A\uFFFD ', "'079085000001", '44317']
    expect((await short(`${heading}\n${cells[0]},${cells[2]},${cells[1]}\n`))[0]).toEqual([
      2,
      { full_name: cells[0], birth_date: '44317', id_number: cells[1] },
    ])
  })

  it('keeps columns that no field takes with the row, and names them', async () => {
    const text = 'STT,Họ tên,Ca trực,Tỉnh,Mã tỉnh,Ghi chú\n1,An,sáng,Thái Nguyên,19,x\n'
    const { layout, rows } = await openRecords(bytesSource('a.csv', Buffer.from(text)))
    expect(layout.extra.map(({ heading }) => heading)).toEqual(['Ca trực', 'Mã tỉnh', 'Ghi chú'])
    for await (const [row] of rows()) expect(extraCells(row as DoseRecord, layout)).toEqual(['sáng', '19', 'x'])
  })

  it('can be read again and again, with the same rows', async () => {
    const file = await openRecords(bytesSource('a.csv', Buffer.from(`${heading}\nAn,1985,1\n`)))
    const read = async (): Promise<unknown> => {
      const all = []
      for await (const rows of file.rows()) all.push(...rows)
      return all
    }
    expect(await read()).toEqual(await read())
  })

  it('says what is wrong with a file that has no heading it knows, or nothing at all', async () => {
    expect(await faultOf(rowsOf('An,1985,1\nBa,1990,2\n'))).toBe('record.heading: no heading row is known')
    expect(await faultOf(rowsOf(''))).toBe('record.empty: the file is empty')
  })

  it('gives the same rows however the bytes come', async () => {
    const text = `${heading}\r\nNguyễn Văn Đức,13/05/1985,"1"\r\n"Lê ""B""",1990,2\r\n`.repeat(5)
    const whole = await rowsOf(text)
    for (const chunk of [1, 2, 3, 7, 64]) expect(await rowsOf(text, {}, chunk)).toEqual(whole)
  })

  it('never throws below the heading, and reads or reports each line that is not blank', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(bytes, async (tail) => {
        const rows = await rowsOf(Buffer.concat([Buffer.from(`${heading}\nĐỗ Thị Én,1985,1\n`), tail]))
        expect(rows.map(({ place }) => place.row)).toEqual(rows.map((_, index) => index + 1))
        const lines = Buffer.from(tail)
          .toString('latin1')
          .split(/\r\n|\n|\r/)
        const filled = lines.flatMap((line, index) => (/[^\s,"\x80-\xff]/.test(line) ? [index + 3] : []))
        for (const line of filled) {
          const owners = rows.filter(
            (row, index) => row.place.line <= line && line < (rows[index + 1]?.place.line ?? 1e9),
          )
          expect(owners).toHaveLength(1)
        }
      }),
      { numRuns: 500 },
    )
  })
})
