import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/cleanse/rule.ts'
import { emptyValues } from '../../src/read/row-values.ts'
import { compareReturned } from '../../src/worklist/compare.ts'
import { decisionsOf } from '../../src/worklist/decisions.ts'
import { doseOf, knownDose, type ListedDose } from '../../src/worklist/dose.ts'
import { sheetLines } from '../../src/worklist/sheet.ts'
import { doseForm } from '../../src/worklist/sheet-form.ts'
import { type WorkList, workLists } from '../../src/worklist/work-list.ts'
import { xlsxList } from '../../src/worklist/write-xlsx.ts'
import { filledCsv, plainWords, read, signature } from './lists.ts'

const declared = {
  ...emptyValues,
  dose_id: 'D2',
  id_number: '001185012345',
  full_name: 'Nguyễn Thị Mẫu',
  product: 'EU/1/20/1528',
  lot: 'FKO112',
  dose_date: '2021-08-23',
  dose_number: '2',
  facility: '24001',
  facility_name: 'Trạm Y tế Mẫu',
  country: 'VN',
}
const near: Finding = { rule: 'DU-04', severity: 'R', field: 'dose_number', before: '2', applied: false, others: [7] }
const lot: Finding = { rule: 'DS-10', severity: 'R', field: 'lot', before: 'FKO112', after: 'FK0112', applied: false }
const blocked: Finding = { rule: 'DS-17', severity: 'B', field: 'status', before: 'Hoãn tiêm', applied: false }

function dose(findings: readonly Finding[], changes: Partial<typeof declared> = {}): ListedDose {
  const values = { ...declared, ...changes }
  const asked = doseOf({ row: 4, values, findings })
  const others = [
    knownDose(2, { ...declared, dose_id: 'D1', dose_date: '2021-08-02', dose_number: '1' }),
    knownDose(4, values),
    knownDose(7, {
      ...declared,
      dose_id: 'D3',
      dose_date: '2021-08-25',
      facility: '24009',
      facility_name: 'Đội lưu động',
    }),
  ]
  return { ...(asked as ListedDose), kind: 'dose', timeline: others }
}

function listOf(...entries: readonly ListedDose[]): WorkList {
  const office = {
    kind: 'facility',
    commune: '',
    district: '',
    province: '',
    facility: { code: '24001', name: 'TYT' },
  } as const
  return workLists({ office, kind: 'dose', entries }, '2022-05-06', plainWords, () => 1)[0] as WorkList
}

async function answered(list: WorkList, cells: Readonly<Record<string, string>>) {
  const csv = filledCsv(list, (row, at) => {
    for (const [column, text] of Object.entries(cells)) row[at(column)] = text
  })
  const result = compareReturned(list, await read(csv), '2022-06-01')
  return { result, decisions: result.kind === 'taken' ? decisionsOf(list, result) : [] }
}

describe('a list of doses', () => {
  const list = listOf(dose([near, lot]))
  const cell = (column: string) => list.rows[0]?.cells[doseForm.columns.indexOf(column as 'lot_declared')]

  it('tells what is declared, why, what to do, and all doses of the person with their intervals', () => {
    expect(list.id).toMatch(/^24001-20220506-[0-9a-f]{6}-d1$/)
    expect(cell('reasons')).toBe('DU-04 vì DU-04; DS-10 vì DS-10; 1 khác')
    expect(cell('advice')).toBe('nên DU-04; nên DS-10')
    expect(cell('product_declared')).toBe('Pfizer')
    expect(cell('proposed')).toBe('Nhãn lot: FK0112')
    expect(cell('timeline')).toBe(
      '(1) 02/08/2021 · #1 · Pfizer · FKO112 (2) 23/08/2021 +21 · #2 · Pfizer · FKO112 < (3) 25/08/2021 +2 · #2 · Pfizer · FKO112 · 24009 Đội lưu động *',
    )
  })

  it('says of a finding that blocks that no confirmation takes it away', () => {
    const [row] = listOf(dose([blocked])).rows
    expect(row?.cells[doseForm.columns.indexOf('reasons')]).toBe('DS-17 vì DS-17 !')
  })

  it('is taken back as a workbook, its timeline in lines', async () => {
    const lines = sheetLines(list, plainWords)
    const block = lines.block.map(([mark, label, text]) => [mark, label, signature[mark] ?? text] as const)
    const result = compareReturned(list, await read(xlsxList({ ...lines, block }, plainWords)), '2022-06-01')
    expect(result).toMatchObject({ kind: 'taken', untouched: 1, problems: [], notes: [] })
  })

  it('corrects by name or code, day first, and takes what was proposed', async () => {
    const cells = { product_corrected: 'AstraZeneca', dose_date_corrected: '02/09/2021', lot_corrected: 'ab1234' }
    const { decisions } = await answered(list, { ...cells, dose_class_corrected: 'nhắc lại', outcome: '5' })
    expect(decisions.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['product', 'EU/1/20/1528', 'EU/1/21/1529'],
      ['lot', 'FKO112', 'AB1234'],
      ['dose_date', '2021-08-23', '2021-09-02'],
      ['dose_class', '', 'booster'],
    ])
    expect((await answered(list, { outcome: '4' })).decisions).toMatchObject([
      { decision: 'correct', field: 'lot', before: 'FKO112', after: 'FK0112' },
    ])
  })

  it('withdraws what was not given, and a double beside the dose that is kept', async () => {
    const withdrawn = { field: 'status', before: '', after: 'withdrawn', dose_id: 'D2', row: 4 }
    expect((await answered(list, { outcome: '7' })).decisions).toMatchObject([{ decision: 'not-given', ...withdrawn }])
    expect((await answered(list, { outcome: '6', duplicate_of: '(3)' })).decisions).toMatchObject([
      { decision: 'duplicate', ...withdrawn, kept: { row: 7, dose: 'D3' } },
    ])
    expect((await answered(list, { duplicate_of: '1' })).decisions).toMatchObject([{ kept: { dose: 'D1' } }])
  })

  it('confirms with the values that were looked at and the questions that this answers', async () => {
    const { decisions } = await answered(list, { outcome: '1' })
    expect(decisions).toMatchObject([
      {
        decision: 'by-paper',
        stands: {
          values: { lot: 'FKO112', dose_date: '2021-08-23', facility: '24001' },
          questions: [{ rule: 'DU-04', others: [7] }, { rule: 'DS-10' }],
        },
      },
    ])
  })

  it('confirms that a dose was given whose status denies it', async () => {
    const denied = listOf(dose([blocked], { status: 'Hoãn tiêm' }))
    expect((await answered(denied, { outcome: '3' })).decisions).toMatchObject([
      { decision: 'by-facility-records', field: 'status', before: 'Hoãn tiêm', after: 'completed' },
      { decision: 'by-facility-records', stands: { questions: [] } },
    ])
  })

  it.each([
    [{ product_corrected: 'Vitamin C' }, 'worklist.product'],
    [{ lot_corrected: '??' }, 'worklist.lot'],
    [{ dose_date_corrected: '31/02/2021' }, 'worklist.dose-date'],
    [{ dose_date_corrected: '07/05/2022' }, 'worklist.dose-date'],
    [{ dose_number_corrected: '0' }, 'worklist.dose-number'],
    [{ dose_class_corrected: 'hai' }, 'worklist.dose-class'],
    [{ facility_corrected: 'Trạm Y tế' }, 'worklist.facility'],
    [{ country_corrected: 'Xứ lạ' }, 'worklist.country'],
    [{ evidence_corrected: 'không có' }, 'worklist.evidence'],
    [{ duplicate_of: '2' }, 'worklist.duplicate'],
    [{ duplicate_of: '4' }, 'worklist.duplicate'],
    [{ outcome: '6' }, 'worklist.duplicate'],
    [{ outcome: '7', lot_corrected: 'FK0112' }, 'worklist.outcome'],
    [{ outcome: '5' }, 'worklist.outcome'],
    [{ outcome: '9' }, 'worklist.outcome'],
    [{ duplicate_of: '1', lot_corrected: 'FK0112' }, 'worklist.outcome'],
    [{ note: 'xem lại' }, 'worklist.outcome'],
  ])('leaves a row open that says %j', async (cells, code) => {
    const { result, decisions } = await answered(list, cells)
    expect(result).toMatchObject({ kind: 'taken', answers: [], problems: [{ code, number: 1 }] })
    expect(decisions).toEqual([])
  })
})
