import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Column, columns, isCorrected } from '../../src/worklist/columns.ts'
import { compareReturned as compareOn } from '../../src/worklist/compare.ts'
import { decisionsOf } from '../../src/worklist/decisions.ts'
import { readWorkList } from '../../src/worklist/work-list.ts'
import { type Fill, filledCsv, read, sampleList } from './lists.ts'

const list = sampleList()
const compareReturned = (one: typeof list, sheet: Parameters<typeof compareOn>[1]) =>
  compareOn(one, sheet, '2022-06-01')

async function compared(fill?: Fill) {
  return compareReturned(list, await read(filledCsv(list, fill)))
}

/** Fills the first row alone. */
function first(cells: Readonly<Partial<Record<Column, string>>>): Fill {
  return (row, at) => {
    if (row[0] !== list.rows[0]?.key) return
    for (const [column, text] of Object.entries(cells)) row[at(column)] = text
  }
}

async function codes(csv: string) {
  const result = compareReturned(list, await read(csv))
  return result.problems.map(({ code }) => code)
}

describe('a returned list', () => {
  it('is taken without a word where nobody wrote anything', async () => {
    expect(await compared()).toMatchObject({ kind: 'taken', answers: [], problems: [], untouched: 3 })
  })

  it('gives a change for each corrected cell, with who and when', async () => {
    const result = await compared(
      first({ birth_date_corrected: '13/05/1985', full_name_corrected: ' Nguyễn  Thị Mẫu ' }),
    )
    expect(result).toMatchObject({
      kind: 'taken',
      signed: { officer: 'Phạm Văn Công', date: '2022-05-20' },
      untouched: 2,
    })
    expect(decisionsOf(list, result as never)).toEqual([
      {
        decision: 'correct',
        dose_id: 'D-1',
        row: 1,
        field: 'birth_date',
        before: '1986-05-13',
        after: '1985-05-13',
        by: 'Phạm Văn Công',
        role: 'Trung úy',
        unit: 'Công an xã Mẫu',
        at: '2022-05-20',
        list: list.id,
      },
    ])
  })

  it('takes what was proposed where the officer says so, and only where something was', async () => {
    const result = await compared(first({ outcome: '2' }))
    expect(result).toMatchObject({
      answers: [{ outcome: 'as-proposed', changes: [{ field: 'birth_date', after: '1985-05-13' }] }],
    })
  })

  it('keeps what else was found: deceased, lives elsewhere', async () => {
    const result = await compared(first({ outcome: '6', note: 'mất 2021' }))
    expect(decisionsOf(list, result as never)).toMatchObject([{ decision: 'deceased', row: 1, note: 'mất 2021' }])
  })

  it.each([
    [{ id_number_corrected: '1085012345' }, 'worklist.number'],
    [{ id_number_corrected: '0912345678' }, 'worklist.number'],
    [{ birth_date_corrected: '31/02/1985' }, 'worklist.birth-date'],
    [{ birth_date_corrected: '13/05/85' }, 'worklist.birth-date'],
    [{ sex_corrected: 'x' }, 'worklist.sex'],
    [{ full_name_corrected: 'Mẫu (M2)' }, 'worklist.name'],
    [{ sex_corrected: 'Nam' }, 'worklist.disagrees'],
    [{ outcome: '3' }, 'worklist.outcome'],
    [{ outcome: '9' }, 'worklist.outcome'],
    [{ outcome: '6', birth_date_corrected: '13/05/1985' }, 'worklist.outcome'],
    [{ note: 'xem lại' }, 'worklist.outcome'],
  ])('leaves a row open that says %j', async (cells, code) => {
    const result = await compared(first(cells))
    expect(result).toMatchObject({ kind: 'taken', answers: [], problems: [{ code, number: 1 }], untouched: 2 })
  })

  it('is refused without a signature block, or with a day before the export', async () => {
    const csv = filledCsv(list)
    expect(await codes(csv.replace('Trung úy', ''))).toEqual(['worklist.signature'])
    expect(await codes(csv.replace('20/05/2022', '05/05/2022'))).toEqual(['worklist.signature'])
    expect(await codes(csv.replace('20/05/2022', '20/5'))).toEqual(['worklist.signature'])
  })

  it('is refused with rows lost, added, twice, or of another list', async () => {
    const lines = filledCsv(list).split('\r\n')
    const at = lines.findIndex((line) => line.startsWith(list.rows[1]?.key ?? '?'))
    const row = lines[at] ?? ''
    expect(await codes(lines.toSpliced(at, 1).join('\r\n'))).toEqual(['worklist.lost-row'])
    expect(await codes(lines.toSpliced(at, 0, row).join('\r\n'))).toEqual(['worklist.double-row'])
    expect(await codes(lines.toSpliced(at, 0, row.replace(/^\d+-[0-9a-f]+/, '9-abcdef')).join('\r\n'))).toEqual([
      'worklist.foreign-row',
    ])
    expect(await codes(lines.toSpliced(at, 0, `thêm${','.repeat(columns.length - 1)}`).join('\r\n'))).toEqual([
      'worklist.foreign-row',
    ])
  })

  it('is refused as another list, with another digest, or with columns moved', async () => {
    const csv = filledCsv(list)
    expect(await codes(csv.replace(list.id, `${list.id}9`))).toEqual(['worklist.list'])
    expect(await codes(csv.replace(list.digest, '0'.repeat(64)))).toEqual(['worklist.digest'])
    expect(await codes(csv.replace('row_key,doses', 'doses,row_key'))).toContain('worklist.foreign-row')
    expect(await codes(csv.replace('row_key,doses,reasons', 'row_key,reasons,doses'))).toContain('worklist.declared')
    expect(await codes(csv.replace('row_key,doses,reasons', 'row_key,doses,doses'))).toContain('worklist.columns')
  })

  it('is refused for any change of any cell that nobody may change', async () => {
    const fixed = columns.filter((column) => !isCorrected(column) && column !== 'row_key')
    const change = fc.record({
      row: fc.nat(2),
      column: fc.constantFrom(...fixed),
      text: fc.stringMatching(/^[ -~À-ỹ]{0,12}$/),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ row, column, text }) => {
        const before = list.rows[row]?.cells[columns.indexOf(column)]
        const after = text.normalize('NFC').trim().replace(/\s+/g, ' ')
        fc.pre(after !== before && !/^'/.test(after))
        const result = await compared((cells, at) => {
          if (cells[0] === list.rows[row]?.key) cells[at(column)] = after
        })
        expect(result).toMatchObject({ kind: 'refused' })
        expect(result.problems).toContainEqual(
          expect.objectContaining({ code: 'worklist.declared', number: row + 1, column }),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('never changes a field whose corrected cell is empty, whatever stands in the others', async () => {
    const fields = ['id_number', 'full_name', 'birth_date', 'sex'] as const
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), fc.string({ maxLength: 14 }), async (field, text) => {
        const result = await compared(first({ [`${field}_corrected`]: text }))
        const changed =
          result.kind === 'taken' ? result.answers.flatMap(({ changes }) => changes.map((one) => one.field)) : []
        expect(changed.every((one) => one === field)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('is read the same with semicolons, with tabs, and as UTF-16, as Excel saves it', async () => {
    const csv = filledCsv(list, first({ sex_corrected: 'Nữ' })).replace('\uFEFF', '')
    const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(csv, 'utf16le')])
    for (const delimiter of [';', '\t']) {
      const other = await read(csv.replaceAll(',', delimiter))
      expect(compareReturned(list, other)).toMatchObject({ kind: 'taken', untouched: 2 })
    }
    expect(compareReturned(list, await read(utf16))).toMatchObject({ kind: 'taken', untouched: 2 })
  })
})

describe('a kept list', () => {
  it('is refused when it was changed', () => {
    const json = JSON.stringify(list)
    expect(readWorkList(json)).toEqual(list)
    for (const changed of [json.replace('D-1', 'D-9'), json.replace('1986-05-13', '1986-05-14'), '{}', 'x']) {
      expect(() => readWorkList(changed)).toThrow('worklist.input')
    }
  })
})
