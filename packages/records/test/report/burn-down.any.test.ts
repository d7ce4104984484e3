import { describe, expect, it } from 'vitest'
import { burnDown, burnDowns } from '../../src/report/burn-down.ts'

describe('a burn-down', () => {
  it('tells the pace, what is needed, and when all would be done', () => {
    const points = [
      { day: '2022-05-10', open: 500 },
      { day: '2022-05-20', open: 300 },
      { day: '2022-05-30', open: 101 },
    ]
    expect(burnDown('given-not-signed', points, '2022-06-01')).toMatchObject({
      ...{ daysLeft: 2, neededPerDay: 51, donePerDay: 19, projectedEnd: '2022-06-05' },
    })
  })

  it('tells no pace and no end from one day alone', () => {
    const one = burnDown('not-entered', [{ day: '2022-05-31', open: 168_330 }], '2022-06-01')
    expect(one).toMatchObject({ daysLeft: 1, neededPerDay: 168_330 })
    expect(Object.keys(one)).not.toContain('donePerDay')
    expect(Object.keys(one)).not.toContain('projectedEnd')
  })

  it('tells no end of a backlog that grows, or that stands still', () => {
    for (const open of [100, 120]) {
      const points = [
        { day: '2022-05-20', open: 100 },
        { day: '2022-05-30', open },
      ]
      const grown = burnDown('not-entered', points, '2022-06-10')
      expect(grown.donePerDay).toBe((100 - open) / 10)
      expect(grown).not.toHaveProperty('projectedEnd')
    }
  })

  it('needs nothing a day once the deadline is there', () => {
    expect(burnDown('not-entered', [{ day: '2022-06-01', open: 5 }], '2022-06-01')).not.toHaveProperty('neededPerDay')
  })

  it('is done where nothing is open', () => {
    const points = [
      { day: '2022-05-20', open: 100 },
      { day: '2022-05-30', open: 0 },
    ]
    expect(burnDown('not-entered', points, '2022-06-01').projectedEnd).toBe('2022-05-30')
  })

  it('is made of each backlog of the last day, whatever the order of the reports', () => {
    const last = { day: '2022-05-31', backlogs: [{ kind: 'not-entered', doses: 10, of: 100 }] } as const
    const first = {
      day: '2022-05-01',
      backlogs: [
        { kind: 'not-entered', doses: 40, of: 90 },
        { kind: 'not-verified', doses: 7, of: 50 },
      ],
    } as const
    expect(burnDowns([last, first], '2022-06-01')).toMatchObject([
      { kind: 'not-entered', points: [{ open: 40 }, { open: 10 }], donePerDay: 1, projectedEnd: '2022-06-10' },
    ])
  })
})
