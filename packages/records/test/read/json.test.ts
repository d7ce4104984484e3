import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openRecords } from '../../src/read/open-records.ts'
import { bytesSource } from '../../src/read/source.ts'
import { inShort, rowsOf } from './rows-of.ts'

const an = '{"full_name":"Nguyễn Văn An","dose_number":1,"lot":null}'
const read = { full_name: 'Nguyễn Văn An', dose_number: '1' }

describe('reading NDJSON', () => {
  it('reads an object a line; a line that is none costs itself', async () => {
    expect((await rowsOf(`${an}\r\n\n{"full_name":"B"\n[1]\nnull\n"x"\n${an}`)).map(inShort)).toEqual([
      [1, read],
      [3, 'json', '{"full_name":"B"'],
      [4, 'json', '[1]'],
      [5, 'json', 'null'],
      [6, 'json', '"x"'],
      [7, read],
    ])
  })

  it('knows keys as it knows headings, and keeps the others', async () => {
    const line = '{"Họ và tên":"An","Số CMND/CCCD":"079085000001","ca":{"x":[1]},"__proto__":{"y":1}}'
    const [row] = await rowsOf(line)
    expect(row).toMatchObject({
      values: { full_name: 'An', id_number: '079085000001' },
      cells: ['{"ca":{"x":[1]},"__proto__":{"y":1}}'],
    })
    const { layout } = await openRecords(bytesSource('a.ndjson', Buffer.from(line)))
    expect(layout.extra).toEqual([{ heading: 'extra', column: 0 }])
  })

  it('keeps a number that lost its digits as it was written', async () => {
    const rows = await rowsOf(
      '{"id_number":7.9E+10,"lot":"x: 1e5,"}\n{"id_number":79190001234}\n{"id_number":123456789012345678901}',
    )
    expect(rows.map(inShort)).toEqual([
      [1, { id_number: '7.9E+10', lot: 'x: 1e5,' }],
      [2, { id_number: '79190001234' }],
      [3, 'json', '{"id_number":123456789012345678901}'],
    ])
  })

  it('refuses a row whose keys say different things of one field', async () => {
    const rows = await rowsOf(
      '{"full_name":"A","Họ tên":"B"}\n{"full_name":"A","Họ tên":"A"}\n{"full_name":"","Họ tên":"A"}\n{"full_name":{}}',
    )
    expect(rows.map((row) => ('reason' in row ? row.reason : row.values.full_name))).toEqual(['json', 'A', 'A', 'json'])
  })

  it('refuses a line beyond a megabyte, and one of arrays without end', async () => {
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    const rows = await rowsOf(`${an}\n{"a":"${'x'.repeat(1_100_000)}"}\n${deep}\n${an}`)
    expect(rows.map((row) => ('reason' in row ? row.reason : 'read'))).toEqual(['read', 'too-large', 'json', 'read'])
  })
})

describe('reading a JSON array', () => {
  it('reads its objects one by one, however the bytes come', async () => {
    const text = `[\n${an},\n {"full_name":"]},{\\""} , 7,${an}]`
    const expected = [
      [1, read],
      [2, { full_name: ']},{"' }],
      [3, 'json', '7'],
      [4, read],
    ]
    for (const chunk of [1, 7, 1000]) expect((await rowsOf(text, {}, chunk)).map(inShort)).toEqual(expected)
  })

  it('keeps what is left of an array that breaks off', async () => {
    expect((await rowsOf(`[${an},{"full_name":"B`)).map(inShort)).toEqual([
      [1, read],
      [2, 'json', '{"full_name":"B'],
    ])
  })

  it('never throws, whatever stands in it', async () => {
    const text = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '1', ' ', 'ế'),
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('[{', '{'), text, async (start, tail) => {
        const rows = await rowsOf(start + tail)
        expect(rows.map(({ place }) => place.row)).toEqual(rows.map((_, index) => index + 1))
      }),
    )
  })
})
