import { describe, expect, it } from 'vitest'
import { compareReturned } from '../../src/worklist/compare.ts'
import { decisionsOf } from '../../src/worklist/decisions.ts'
import { sheetLines } from '../../src/worklist/sheet.ts'
import type { WorkList } from '../../src/worklist/work-list.ts'
import { xlsxList } from '../../src/worklist/write-xlsx.ts'
import { filledCsv, plainWords, read, sampleList, signature } from './lists.ts'
import { type SheetCells, savedWorkbook } from './saved-workbook.ts'

const list = sampleList()

/** The lines of a signed list, as an office sees them. */
function signedLines(one: WorkList = list): string[][] {
  const lines = sheetLines(one, plainWords)
  const row = (mark: string, label: string, text: string): string[] => [mark, label, '', '', text]
  return [
    ...lines.head.map(([mark, label, text]) => row(mark, label, text)),
    [...lines.headings],
    [...lines.columns],
    ...lines.rows.map((cells) => [...cells]),
    ...lines.block.map(([mark, label, text]) => row(mark, label, signature[mark] ?? text)),
  ]
}

const FIRST = 8
const column = (name: string): number => (signedLines()[7] ?? []).indexOf(name)

/** Compares what comes of lines once an office has done something to them, saved as a workbook by a spreadsheet. */
async function back(change: (lines: SheetCells[][]) => void, others: readonly SheetCells[][][] = []) {
  const lines: SheetCells[][] = signedLines()
  change(lines)
  return compareReturned(list, await read(savedWorkbook([...others, lines])), '2022-06-01')
}

describe('a workbook that an office has saved', () => {
  it('is taken with rows sorted otherwise', async () => {
    const result = await back((lines) => lines.splice(FIRST, 3, ...lines.slice(FIRST, FIRST + 3).reverse()))
    expect(result).toMatchObject({ kind: 'taken', untouched: 3 })
  })

  it('is taken with numbers for texts, zeros and days gone that can be told', async () => {
    const result = await back((lines) => {
      const row = lines[FIRST] ?? []
      row[column('id_number_declared')] = 1185012345
      row[column('birth_date_declared')] = 31545
      row[column('doses')] = 1
      row[column('birth_date_corrected')] = 31180
    })
    expect(result).toMatchObject({ kind: 'taken', answers: [{ changes: [{ after: '1985-05-13' }] }] })
  })

  it('leaves a day open that a spreadsheet may have turned round', async () => {
    const result = await back((lines) => {
      const row = lines[FIRST] ?? []
      row[column('birth_date_corrected')] = 31173
    })
    expect(result).toMatchObject({ kind: 'taken', problems: [{ code: 'worklist.birth-date', line: 9, number: 1 }] })
  })

  it('is taken with columns moved and others put in, which are told where they say something', async () => {
    const result = await back((lines) => {
      for (const [at, line] of lines.entries()) {
        if (at >= FIRST - 2 && at < FIRST + 3) line.push(...line.splice(column('evidence'), 1))
        line.unshift(at >= FIRST && at < FIRST + 3 ? at : '')
        line.splice(4, 0, '')
      }
    })
    expect(result).toMatchObject({
      kind: 'taken',
      untouched: 3,
      notes: [{ code: 'worklist.note', line: 9, column: 'A' }],
    })
  })

  it('is taken from among other sheets, under whatever name', async () => {
    expect(await back(() => {}, [[['Ghi chú của xã']]])).toMatchObject({ kind: 'taken', untouched: 3 })
  })

  it('is refused with another list in the same file', async () => {
    expect(await back(() => {}, [signedLines()])).toMatchObject({
      kind: 'refused',
      problems: expect.arrayContaining([expect.objectContaining({ code: 'worklist.shape' })]),
    })
  })

  it('is taken with words below and above the table, which are told; within it a line is refused', async () => {
    const below = await back((lines) => lines.push(['', 'Tổng cộng: 3 người']))
    expect(below).toMatchObject({ kind: 'taken', notes: [{ code: 'worklist.note' }] })
    const above = await back((lines) => lines.unshift(['', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']))
    expect(above).toMatchObject({ kind: 'taken', notes: [{ code: 'worklist.note', line: 1 }] })
    const within = await back((lines) => lines.splice(FIRST + 3, 0, ['', '1', 'thêm một người']))
    expect(within).toMatchObject({ kind: 'refused', problems: [{ code: 'worklist.foreign-row', line: 12 }] })
  })

  it('is refused where cells were merged over what was handed out', async () => {
    const result = await back((lines) => {
      const row = lines[FIRST + 1] ?? []
      row[column('full_name_declared')] = ''
    })
    expect(result).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'worklist.declared', line: 10, number: 2, column: 'full_name_declared' }],
    })
  })

  it('is refused as an older version of a list, and with a signature of tomorrow', async () => {
    const older = { ...list, digest: '0'.repeat(64) }
    expect(compareReturned(older, await read(filledCsv(list)), '2022-06-01')).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'worklist.digest' }],
    })
    expect(compareReturned(list, await read(filledCsv(list)), '2022-05-19')).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'worklist.signature' }],
    })
  })

  it('is refused where a code page or a quantity has eaten letters and digits', async () => {
    const lost = filledCsv(list).replaceAll('Nguyễn Thị Mẫu', 'Nguy?n Th? M?u').replace('001185012345', '1.18501E+09')
    const result = compareReturned(list, await read(lost), '2022-06-01')
    expect(result.problems.map(({ code, column }) => [code, column])).toEqual([
      ['worklist.damaged', 'id_number_declared'],
      ['worklist.damaged', 'full_name_declared'],
    ])
  })

  it('is read where Windows-1258 has kept every letter', async () => {
    const text = filledCsv(list, (cells, at) => {
      if (cells[0] !== list.rows[0]?.key) return
      cells[at('full_name_corrected')] = 'Nguyễn Thị Mẫu Đơn'
      cells[at('birth_date_corrected')] = '13/05/1985'
    })
    const result = compareReturned(list, await read(as1258(text.replace('\uFEFF', ''))), '2022-06-01')
    expect(decisionsOf(list, result as never)).toMatchObject([
      { field: 'full_name', after: 'Nguyễn Thị Mẫu Đơn' },
      { field: 'birth_date', after: '1985-05-13' },
    ])
  })

  it('comes back from the sheet itself once it is filled', async () => {
    const lines = sheetLines(list, plainWords)
    const block = lines.block.map(([mark, label, text]) => [mark, label, signature[mark] ?? text] as const)
    const rows = lines.rows.map((cells, at) => (at === 0 ? cells.with(cells.length - 2, '2') : cells))
    const returned = await read(xlsxList({ ...lines, rows, block }, plainWords))
    expect(compareReturned(list, returned, '2022-06-01')).toMatchObject({ answers: [{ outcome: 'as-proposed' }] })
  })
})

/** Windows-1258 has five tones as marks of their own, and vowels with their hats. */
function as1258(text: string): Buffer {
  const high = new TextDecoder('windows-1258').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128))
  const bytes: number[] = []
  for (const letter of text.normalize('NFC')) {
    const [base, ...tones] = split(letter)
    for (const one of [base, ...tones]) {
      const at = high.indexOf(one ?? '')
      bytes.push(at < 0 ? (one?.charCodeAt(0) ?? 63) : at + 128)
    }
  }
  return Buffer.from(bytes)
}

function split(letter: string): string[] {
  const parts = [...letter.normalize('NFD')]
  const tones = parts.filter((part) => /[\u0300\u0301\u0303\u0309\u0323]/.test(part))
  return [
    parts
      .filter((part) => !tones.includes(part))
      .join('')
      .normalize('NFC'),
    ...tones,
  ]
}
