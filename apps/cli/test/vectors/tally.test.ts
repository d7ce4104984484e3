import { describe, expect, it } from 'vitest'
import { failureLine, resultLine, summaryText } from '../../src/vectors/report.ts'
import { makeTally } from '../../src/vectors/tally.ts'

function filled() {
  const tally = makeTally()
  for (const result of ['passed', 'passed', 'failed', 'known', 'skipped'] as const)
    tally.add({ check: 'VERIFY', result })
  tally.add({ check: 'P1363', result: 'passed' })
  return tally.summary(4)
}

describe('A tally', () => {
  it('adds up by check and over all', () => {
    expect(filled()).toEqual({
      ...{ files: 4, checks: 6, passed: 3, failed: 1, known: 1, skipped: 1 },
      byCheck: {
        VERIFY: { total: 5, passed: 2, known: 1, skipped: 1 },
        P1363: { total: 1, passed: 1, known: 0, skipped: 0 },
      },
    })
  })

  it('of nothing is all zeros', () => {
    expect(makeTally().summary(0)).toEqual({
      files: 0,
      checks: 0,
      passed: 0,
      failed: 0,
      known: 0,
      skipped: 0,
      byCheck: {},
    })
  })
})

describe('The report', () => {
  it('is a table by check with the reasons of known differences', () => {
    expect(summaryText(filled(), new Map([['known: some reason', 1]]))).toBe(
      [
        'check   total  passed  known  skipped  failed',
        'VERIFY      5       2      1        1       1',
        'P1363       1       1      0        0       0',
        'all         6       3      1        1       1',
        'known: some reason (1 times)',
        '',
      ].join('\n'),
    )
  })

  it('tells of a failure on one line, and lets no file name steer the terminal', () => {
    const failure = { check: 'VERIFY', expected: true, actual: false, code: 'cose.shape', result: 'failed' } as const
    expect(failureLine('a\u001b[2J.json', failure)).toBe(
      'a\\u{1b}[2J.json  VERIFY: expected true, came out false (cose.shape)\n',
    )
    expect(resultLine('a\nb', failure)).toBe(
      '{"file":"a\\nb","check":"VERIFY","expected":true,"actual":false,"code":"cose.shape","result":"failed"}\n',
    )
  })

  it('gives the reason after the result', () => {
    const known = { check: 'VERIFY', expected: true, actual: false, result: 'known', reason: 'why' } as const
    expect(JSON.parse(resultLine('a', known))).toEqual({ file: 'a', ...known })
    expect(failureLine('a', known)).toBe('a  VERIFY: expected true, came out false (why)\n')
  })
})
