import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guardedCsvRow } from '../../src/read/csv/csv-writer.ts'
import { bytesSource } from '../../src/read/source.ts'
import { fields } from '../../src/record.ts'
import { exportLists } from '../../src/worklist/export-lists.ts'
import { noRows } from '../../src/worklist/hand-out.ts'
import type { MatchOutput } from '../../src/worklist/match-output.ts'
import type { WorkList } from '../../src/worklist/work-list.ts'
import { plainWords } from './lists.ts'

type Row = Readonly<Record<string, string>>

function output(rows: readonly Row[], findings: readonly (readonly string[])[], clean: readonly Row[] = []) {
  const listed = [
    ['row', ...fields, 'rules', 'reasons'],
    ...rows.map((row) => ['row', ...fields, 'rules', 'reasons'].map((name) => row[name] ?? '')),
  ]
  const found = [['row', 'rule', 'severity', 'field', 'before', 'after', 'applied', 'others'], ...findings]
  const source = (name: string, lines: readonly (readonly string[])[]) =>
    bytesSource(name, Buffer.from(lines.map(guardedCsvRow).join('')))
  const cleaned = [['row', ...fields], ...clean.map((row) => ['row', ...fields].map((name) => row[name] ?? ''))]
  return {
    clean: source('clean.csv', cleaned),
    listed: source('listed.csv', listed),
    findings: source('findings.csv', found),
  }
}

async function exported(
  rows: readonly Row[],
  findings: readonly (readonly string[])[],
  match?: MatchOutput,
  clean?: readonly Row[],
) {
  const counts = noRows()
  const folder = mkdtempSync(join(tmpdir(), 'lists-'))
  const lists: WorkList[] = []
  for await (const { list } of exportLists(
    output(rows, findings, clean),
    { issued: '2022-05-06', words: plainWords, folder, ...(match && { match }) },
    counts,
  ))
    lists.push(list)
  expect(existsSync(join(folder, 'spool'))).toBe(false)
  return { lists, counts }
}

const mau = {
  full_name: 'Nguyễn Văn Mẫu',
  sex: 'male',
  birth_date: '1985-05-13',
  commune: 'Xã Mẫu',
  district: 'Huyện Thử',
  province: 'Thái Nguyên',
}
const b = (row: number, rule: string, field: string, after = '') => [`${row}`, rule, 'B', field, '', after, 'no', '']

function matched(right: readonly Row[], wrong: readonly Row[], links: readonly Row[] = []): MatchOutput {
  const more = ['class', 'reasons', 'register_full_name', 'register_sex', 'others']
  const source = (name: string, columns: readonly string[], rows: readonly Row[]) =>
    bytesSource(
      name,
      Buffer.from([columns, ...rows.map((row) => columns.map((one) => row[one] ?? ''))].map(guardedCsvRow).join('')),
    )
  return {
    right: source('right.csv', ['row', ...fields], right),
    wrong: source('wrong.csv', ['row', ...fields, ...more], wrong),
    links: source('links.csv', ['row', 'other', 'reason'], links),
  }
}

describe('work-lists', () => {
  it('are one for each commune and kind, a person on one of them only', async () => {
    const { lists, counts } = await exported(
      [
        { ...mau, row: '1', dose_id: 'D1' },
        { ...mau, row: '4', dose_id: 'D4' },
        { ...mau, row: '7', full_name: 'Lê Thị Thử', commune: 'xã mẫu' },
        { ...mau, row: '9', commune: 'Phường Khác', id_number: '12345' },
        { ...mau, row: '12', full_name: 'Smith', nationality: 'GB' },
        { ...mau, row: '13', dose_date: '' },
      ],
      [
        b(1, 'ID-01', 'id_number'),
        b(1, 'SX-02', 'sex'),
        b(4, 'ID-01', 'id_number'),
        b(5, 'ID-01', 'id_number'),
        b(7, 'DB-01', 'birth_date'),
        b(9, 'ID-06', 'id_number'),
        b(12, 'ID-12', 'id_number'),
        b(13, 'DS-01', 'dose_date'),
      ],
    )
    const told = lists.map(({ kind, office, rows }) => [
      office.facility?.code ?? (office.commune || office.district),
      kind,
      rows.map(({ records, doses }) => [records, doses]),
    ])
    expect(told.sort()).toEqual([
      ['Huyện Thử', 'dose', [[[13], ['']]]],
      ['Huyện Thử', 'foreign', [[[12], ['']]]],
      ['Phường Khác', 'malformed-number', [[[9], ['']]]],
      [
        'Xã Mẫu',
        'no-number',
        [
          [
            [1, 4],
            ['D1', 'D4'],
          ],
        ],
      ],
      ['Xã Mẫu', 'wrong-basics', [[[7], ['']]]],
    ])
    expect(counts).toEqual({ ...noRows(), listed: 6, onLists: 6, byOffice: { commune: 4, facility: 0, department: 2 } })
    expect(new Set(lists.map(({ id }) => id)).size).toBe(5)
  })

  it('are cut at a thousand people, each once', async () => {
    const rows = Array.from({ length: 2300 }, (_, index) => ({
      ...mau,
      row: `${index + 1}`,
      full_name: `Mẫu ${index}`,
    }))
    const { lists } = await exported(
      rows,
      rows.map(({ row }) => b(Number(row), 'ID-01', 'id_number')),
    )
    expect(lists.map((list) => list.rows.length)).toEqual([1000, 1000, 300])
    expect(new Set(lists.flatMap((list) => list.rows.flatMap(({ records }) => records))).size).toBe(2300)
  })

  it('take what the register called wrong, and leave out what it has settled', async () => {
    const { lists, counts } = await exported(
      [
        { ...mau, row: '2', dose_id: 'D2' },
        { ...mau, row: '5', dose_id: 'D5', full_name: 'Lê Thị Thử' },
      ],
      [b(2, 'PN-01', 'full_name'), b(5, 'PN-01', 'full_name')],
      matched(
        [
          { ...mau, row: '1' },
          { ...mau, row: '2' },
        ],
        [
          {
            ...mau,
            row: '3',
            id_number: '001185012345',
            full_name: 'Trần Giả',
            class: 'C',
            reasons: 'name-differs',
            register_full_name: 'Trần Già',
            register_sex: 'male',
            others: '2',
          },
          { ...mau, row: '5', full_name: 'Lê Thị Thử', class: '', reasons: 'not-searched' },
          { ...mau, row: '9', full_name: 'Smith', nationality: 'GB', class: 'E' },
        ],
      ),
    )
    expect(counts).toEqual({
      ...noRows(),
      ...{ listed: 4, onLists: 3, settled: 1 },
      byOffice: { commune: 2, facility: 0, department: 1 },
    })
    expect(lists.filter(({ kind }) => kind === 'foreign').flatMap(({ rows }) => rows[0]?.records)).toEqual([9])
    const people = lists.filter(({ kind }) => kind !== 'foreign')
    const rows = people.flatMap(({ kind, rows }) => rows.map((row) => ({ kind, ...row })))
    expect(rows.map(({ kind, records, proposed, asked }) => [kind, records, proposed, asked])).toEqual([
      ['wrong-basics', [5], {}, ['full_name']],
      ['wrong-basics', [3], { full_name: 'Trần Già' }, ['full_name']],
    ])
    const reasons = rows.map(({ cells }) => cells[2])
    expect(reasons).toEqual(['PN-01 vì PN-01; undefined not-searched', 'C name-differs; 2 khác'])
  })

  it('are refused of a match whose rows are not in their order, or of another class', async () => {
    const rows = [{ ...mau, row: '9' }]
    const of = (wrong: readonly Row[]) => exported(rows, [], matched([], wrong))
    await expect(of([{ ...mau, row: '3', class: 'X' }])).rejects.toThrow('worklist.input')
    await expect(
      of([
        { ...mau, row: '3' },
        { ...mau, row: '2' },
      ]),
    ).rejects.toThrow('worklist.input')
  })

  it('leave out what is fixed already, or only a warning', async () => {
    const fixed = ['1', 'ID-04', 'R', 'id_number', '', '001', 'yes', '']
    const warned = ['1', 'ID-01', 'W', 'id_number', '', '', 'no', '']
    expect((await exported([{ ...mau, row: '1' }], [fixed, warned])).lists).toEqual([])
  })

  it('are refused of files that are not in the order of rows, or of other rules', async () => {
    await expect(
      exported(
        [
          { ...mau, row: '2' },
          { ...mau, row: '1' },
        ],
        [],
      ),
    ).rejects.toThrow('worklist.input')
    await expect(exported([{ ...mau, row: '2' }], [b(2, 'XX-01', 'sex')])).rejects.toThrow('worklist.input')
  })
})
