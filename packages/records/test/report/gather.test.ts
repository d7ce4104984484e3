import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { limits2022 } from '../../src/cleanse/limits.ts'
import { gather } from '../../src/report/gather.ts'
import type { Gathered, GatherOptions, ReportSources } from '../../src/report/gathered.ts'
import { sumOf } from '../../src/report/tally.ts'
import { cleansed, rowHeadings, rowOf, tableOf } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const counts = (...rows: readonly (readonly string[])[]) =>
  tableOf([['facility', 'day', 'dose_class', 'given'], ...rows])

function gathered(sources: ReportSources, facilities: GatherOptions['facilities'] = new Map()): Promise<Gathered> {
  return gather(sources, { facilities, entryDelay: limits2022.entryDelay, folder })
}

function cellOf({ cells }: Gathered, facility: string, doseClass = 'dose-1') {
  return cells.find((cell) => cell.facility === facility && cell.doseClass === doseClass)?.counts
}

describe('counting the files of all steps', () => {
  it('tells nothing of a step without a source, and 0 of one in which nothing came', async () => {
    const only = await gathered({ counts: counts(['19001', '2021-09-15', 'dose-1', '7']) })
    expect(sumOf(only.cells.map((cell) => cell.counts))).toEqual({ given: 7 })
    const none = await gathered({ cleansed: cleansed({}), signed: tableOf([['dose_id']]) })
    expect(sumOf(none.cells.map((cell) => cell.counts))).toEqual({ entered: 0, listed: 0, signed: 0 })
  })

  it('counts a dose at its facility and class through every step', async () => {
    const second = { dose_number: '2', facility: '19002' }
    const result = await gathered({
      counts: counts(['19001', '2021-09-15', 'dose-1', '2'], ['19002', '2021-09-16', 'dose-2', '5']),
      cleansed: cleansed({ clean: [rowOf(1), rowOf(2, second)], listed: [rowOf(3, { rules: 'ID-01' })] }),
      verified: tableOf([rowHeadings, rowOf(2, second)]),
      signed: tableOf([['dose_id'], ['D2']]),
    })
    expect(cellOf(result, '19001')).toEqual({ given: 2, entered: 2, verified: 0, signed: 0, listed: 1 })
    expect(cellOf(result, '19002', 'dose-2')).toEqual({ given: 5, entered: 1, verified: 1, signed: 1, listed: 0 })
  })

  it('counts a double as a row, not as a dose, and no reason of it', async () => {
    const listed = [
      rowOf(2, { rules: 'DU-02 ID-01' }),
      rowOf(3, { rules: 'ID-01 DS-06' }),
      rowOf(4, { rules: 'ID-01' }),
    ]
    const { rows, blocking, cells } = await gathered({
      cleansed: cleansed({ clean: [rowOf(1)], listed, doubles: [2] }),
    })
    expect(rows).toEqual({ rows: 4, clean: 1, listed: 3, refused: 0, doubles: 1, notGiven: 0 })
    expect(sumOf(cells.map((cell) => cell.counts))).toEqual({ entered: 3, listed: 2 })
    expect(blocking).toEqual({
      rows: 2,
      reasons: [
        { rule: 'ID-01', rows: 2, alone: 1 },
        { rule: 'DS-06', rows: 1, alone: 0 },
      ],
    })
  })

  it('counts what cannot be read as entered without a place, but no heading rows', async () => {
    const { rows, cells } = await gathered({ cleansed: cleansed({ refused: ['cells', 'encoding', 'heading'] }) })
    expect(rows).toMatchObject({ rows: 3, refused: 3 })
    expect(sumOf(cells.map((cell) => cell.counts))).toMatchObject({ entered: 2 })
  })

  it('counts a dose that was signed twice once, and one that nobody entered without a place', async () => {
    const { cells, strangers } = await gathered({
      cleansed: cleansed({ clean: [rowOf(1)] }),
      signed: tableOf([['dose_id'], ['D1'], ['D1'], ['D9']]),
    })
    expect(sumOf(cells.map((cell) => cell.counts)).signed).toBe(2)
    expect(strangers).toEqual({ signed: 1 })
  })

  it('counts people once, apart from doses', async () => {
    const { persons } = await gathered({
      cleansed: cleansed({ clean: [rowOf(1), rowOf(2, { person_id: 'P1' }), rowOf(3, { person_id: '' })] }),
      police: tableOf([['person_id'], ['P1'], ['P1'], ['P7']]),
    })
    expect(persons).toEqual({ entered: 1, policeVerified: 2 })
  })

  it('puts facilities that no list names together', async () => {
    const clean = [rowOf(1), rowOf(2, { facility: 'x1' }), rowOf(3, { facility: 'x2' }), rowOf(4, { facility: '' })]
    const known = new Map([['19001', undefined as never]])
    const result = await gathered({ cleansed: cleansed({ clean }) }, known)
    expect(['19001', '?', '', 'x1'].map((facility) => cellOf(result, facility)?.entered)).toEqual([1, 2, 1, undefined])
  })

  it('measures how late doses were entered, live and from paper', async () => {
    const late = { entry_date: '2021-09-17 10:00:00' }
    const paper = { entry_mode: 'Nhập hồi cứu', entry_date: '2021-10-15' }
    const clean = [
      rowOf(1),
      rowOf(2, late),
      rowOf(3, paper),
      rowOf(4, { entry_date: '' }),
      rowOf(5, { dose_date: '2021-09' }),
    ]
    const { lag } = await gathered({ cleansed: cleansed({ clean }) })
    expect(lag).toMatchObject({ measured: 3, unknown: 2, late: 1, median: 2, ninetieth: 30 })
    expect(lag?.byMode).toMatchObject({ live: { '0': 1, '2-7': 1 }, backlog: { '8-30': 1 } })
  })

  it('leaves nothing on disk, also where a file is none', async () => {
    await expect(gathered({ signed: tableOf([['id'], ['D1']]) })).rejects.toMatchObject({ code: 'report.signed' })
    expect([existsSync(join(folder, 'doses')), existsSync(join(folder, 'people'))]).toEqual([false, false])
  })

  it.each([
    ['a count that is none', ['19001', '2021-09-15', 'dose-1', '1e3']],
    ['a day that is none', ['19001', '2021-02-30', 'dose-1', '1']],
    ['a class that is none', ['19001', '2021-02-20', 'mũi 1', '1']],
    ['too few cells', ['19001', '2021-02-20', 'dose-1']],
  ])('refuses %s', async (_, row) => {
    await expect(gathered({ counts: counts(row) })).rejects.toMatchObject({ code: 'report.counts' })
  })
})
