import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/cleanse/rule.ts'
import { emptyValues } from '../../src/read/row-values.ts'
import { withoutDisputes } from '../../src/worklist/disputed.ts'
import { type Question, questionsOf, stands, withAnswers } from '../../src/worklist/question.ts'

const finding: Finding = {
  rule: 'DU-04',
  severity: 'R',
  field: 'dose_number',
  before: '2',
  applied: false,
  others: [7],
}

function severities(finding: Finding, ...answers: readonly Question[]) {
  return withAnswers([finding], answers).map(({ severity }) => severity)
}

describe('a question that was answered', () => {
  it('keeps nothing back, for the same rule and the same other rows', () => {
    expect(severities(finding, { rule: 'DU-04', others: [7] })).toEqual(['I'])
    expect(severities(finding, { rule: 'DU-04', others: [8] })).toEqual(['R'])
    expect(severities(finding, { rule: 'DU-04', others: [7, 8] })).toEqual(['R'])
    expect(severities(finding, { rule: 'DU-04' })).toEqual(['R'])
    expect(severities(finding, { rule: 'DU-03', others: [7] })).toEqual(['R'])
  })

  it('is never one that blocks, nor one of what was fixed', () => {
    const blocking: Finding = { ...finding, severity: 'B' }
    expect(questionsOf([finding, blocking, { ...finding, applied: true }])).toEqual([{ rule: 'DU-04', others: [7] }])
    expect(severities(blocking, { rule: 'DU-04', others: [7] })).toEqual(['B'])
  })

  it('stands for exactly the values that were looked at', () => {
    const values = { lot: 'FK0112', dose_date: '2021-08-23' }
    expect(stands({ values, questions: [] }, { ...emptyValues, ...values, full_name: 'Lê Mẫu' })).toBe(true)
    expect(stands({ values, questions: [] }, { ...emptyValues, ...values, lot: 'FK0113' })).toBe(false)
  })

  it('of two facilities that claim one dose is answered by neither, where both find their own right', () => {
    const claim = (row: number, rule: 'DU-03' | 'DU-04', ...others: readonly number[]) => ({
      ...({ decision: 'by-paper', dose_id: '', row, by: 'A', role: '', unit: '', at: '2022-05-20', list: '' } as const),
      stands: { values: {}, questions: [{ rule, others }, { rule: 'DS-04' }] as const },
    })
    const left = (...decisions: Parameters<typeof withoutDisputes>[0]) =>
      withoutDisputes(decisions).map(({ stands }) => stands?.questions.map(({ rule }) => rule))
    expect(left(claim(4, 'DU-03', 7), claim(7, 'DU-03', 4))).toEqual([['DS-04'], ['DS-04']])
    expect(left(claim(4, 'DU-03', 7), claim(9, 'DU-03', 4))).toEqual([
      ['DU-03', 'DS-04'],
      ['DU-03', 'DS-04'],
    ])
    expect(left(claim(4, 'DU-04', 7), claim(7, 'DU-04', 4))[0]).toEqual(['DU-04', 'DS-04'])
  })
})
