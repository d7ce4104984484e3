import { describe, expect, it } from 'vitest'
import { defaultCodeSets } from '../../src/codes/default-code-sets.ts'
import { placeFinder, readDistricts } from '../../src/report/places.ts'
import { publicReport } from '../../src/report/public-report.ts'
import { readSnapshot } from '../../src/report/read-report.ts'
import { reportOf } from '../../src/report/report.ts'
import { reportCsv } from '../../src/report/report-csv.ts'
import { counted } from './files.ts'

const facilities = new Map(
  [1, 2, 3, 4].map((at) => {
    const code = `1900${at}`
    return [code, { code, name: `Trạm Y tế ${at}`, province: '19', commune: `9000${at}` }]
  }),
)
const communes = new Map([1, 2, 3, 4].map((at) => [`2004-63/9000${at}`, `Xã ${at}`]))
const districts = readDistricts('commune,district\n90001,Huyện A\n90002,Huyện A\n90003,Huyện A\n90004,Huyện B\n')
const placeOf = placeFinder({ ...defaultCodeSets, facilities, communes }, districts)
const parts = { asOf: '2022-05-31', placeOf }

describe('a report', () => {
  const report = reportOf(counted({ '19001': [1_000, 10], '19002': [10, 10], '19004': [0, 0], '': [2, 1] }), parts)

  it('computes the share of a district from its sums, not from the shares of its communes', () => {
    const [a] = report.units.district
    expect(a).toMatchObject({ name: 'Huyện A', doses: { given: 1_010, entered: 20 } })
    expect(report.shares).toEqual([
      { step: 'entered', of: 'given', part: 21, whole: 1_012, percent: '2.08', truncated: '2.07' },
    ])
  })

  it('adds up to the same at every level', () => {
    for (const units of Object.values(report.units)) {
      expect(units.reduce((sum, { doses }) => sum + Number(doses.given), 0)).toBe(1_012)
    }
  })

  it('keeps what has no place apart, last, and says how many that are', () => {
    expect(report.units.facility.at(-1)).toEqual({ doses: { given: 2, entered: 1 } })
    expect(report.remarks).toEqual([{ code: 'unplaced', doses: 1 }])
  })

  it('names the backlogs that can be told, and no others', () => {
    expect(report.backlogs).toEqual([{ kind: 'not-entered', doses: 991, of: 1_012, percent: '97.92' }])
  })

  it('is read back as a snapshot', () => {
    expect(readSnapshot(JSON.stringify(report))).toEqual({
      day: '2022-05-31',
      backlogs: [{ kind: 'not-entered', doses: 991, of: 1_012 }],
    })
  })

  it.each([
    ['{}'],
    ['nothing'],
    ['null'],
    [JSON.stringify({ ...report, version: 2 })],
    [JSON.stringify({ ...report, asOf: '2022-02-30' })],
    [JSON.stringify({ ...report, backlogs: [{ kind: 'not-entered', doses: -1, of: 1 }] })],
    [JSON.stringify({ ...report, backlogs: [...report.backlogs, ...report.backlogs] })],
  ])('of another kind is no snapshot', (json) => {
    expect(() => readSnapshot(json)).toThrow(expect.objectContaining({ code: 'report.earlier' }))
  })
})

describe('PR-05', () => {
  it('is told of each unit and class with more entered than given, and of no other', () => {
    const { tooMany } = reportOf(counted({ '19001': [100, 104], '19002': [104, 104], '19004': [100, 96] }), parts)
    expect(tooMany.map(({ level, code, given, entered }) => [level, code, given, entered])).toEqual([
      ['district', '19/Huyện A', 204, 208],
      ['commune', '90001', 100, 104],
      ['facility', '19001', 100, 104],
    ])
    expect(reportOf(counted({ '19001': [3, 4] }), parts).tooMany.map(({ level }) => level)).toContain('class')
  })
})

describe('a public report', () => {
  const given = { '19001': [50, 3], '19002': [60, 20], '19003': [70, 30], '19004': [4, 0] } as const
  const { units, isPublic, doses } = publicReport(reportOf(counted(given), parts))

  it('shows no count from 1 to 4 of a commune, and not the one that would tell it', () => {
    expect(units.commune.map((unit) => unit.doses.entered)).toEqual(['<5', '*', 30, 0])
    expect(units.commune.map((unit) => unit.doses.given)).toEqual([50, 60, 70, '<5'])
    expect(isPublic).toBe(true)
  })

  it('shows the sums above, and no facility', () => {
    expect(units.facility).toEqual([])
    expect(doses).toEqual({ given: 184, entered: 53 })
    expect(units.district.map((unit) => unit.doses.entered)).toEqual([53, 0])
  })

  it('writes them into its table, without a share that would tell them', () => {
    const line = reportCsv(publicReport(reportOf(counted(given), parts)))
      .split('\r\n')
      .find((one) => one.includes('Xã 1'))
    expect(line).toBe('commune,90001,Xã 1,19,19/Huyện A,,,50,<5,,,,,,,,,')
  })
})

describe('the table', () => {
  it('leaves empty what is not measured, and guards names from spreadsheets', () => {
    const hostile = new Map([['19001', { code: '19001', name: '=1+1', province: '19', commune: '90001' }]])
    const finder = placeFinder({ ...defaultCodeSets, facilities: hostile, communes: new Map() }, new Map())
    const csv = reportCsv(reportOf(counted({ '19001': [10, 5] }), { asOf: '2022-05-31', placeOf: finder }))
    const [heading, all] = csv.split('\r\n')
    expect(heading?.split(',')).toHaveLength(18)
    expect(all).toBe('all,,,,,,,10,5,,,,,50.00,,,,')
    expect(csv).toContain("facility,19001,'=1+1,19,")
    expect(csv.startsWith('\ufeff')).toBe(true)
  })
})
