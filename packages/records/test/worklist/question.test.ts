import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/cleanse/rule.ts'
import { emptyValues } from '../../src/read/row-values.ts'
import { type Question, questionsOf, stands, withAnswers } from '../../src/worklist/question.ts'

const finding: Finding = { rule: 'DU-04', severity: 'R', field: 'dose_number', before: '2', applied: false, others: [7] }

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
})
