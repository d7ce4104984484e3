import { describe, expect, it } from 'vitest'
import { certLogicSuite } from '../../../src/vectors/certlogic/certlogic-suite.ts'
import { runJson } from '../run-file.ts'

const sum = { '+': [{ var: 'x' }, 1] }

function file(...cases: readonly object[]): Record<string, unknown> {
  return { name: 'made', cases }
}

async function results(json: Record<string, unknown>): Promise<readonly string[]> {
  const found = await runJson(certLogicSuite, json)
  return found.map(({ check, result, reason }) => `${check} ${result} ${reason}`)
}

describe('A file of CertLogic tests', () => {
  it('is recognised by named cases that assert something or name issues', () => {
    expect(certLogicSuite.recognises(file({ assertions: [] }, { issues: [] }))).toBe(true)
    for (const other of [{ cases: [] }, { name: 'x', cases: {} }, file({}), file([]), { name: 'x' }]) {
      expect(certLogicSuite.recognises(other)).toBe(false)
    }
  })

  it('counts each assertion by its place', async () => {
    const assertions = [
      { data: { x: 1 }, expected: 2 },
      { data: { x: 1 }, expected: 3 },
      { data: { x: 1 }, expected: [true], certLogicExpression: [true] },
    ]
    expect(await results(file({ certLogicExpression: sum, assertions }))).toEqual([
      'EVALUATE passed case 1.1',
      'EVALUATE failed case 1.2',
      'EVALUATE passed case 1.3',
    ])
  })

  it('fails where an expression cannot be evaluated, with the code', async () => {
    const [result] = await runJson(certLogicSuite, file({ certLogicExpression: sum, assertions: [{ expected: null }] }))
    expect(result).toMatchObject({ result: 'failed', code: 'rules.unreadable', actual: 'not evaluated' })
  })

  it('never takes a date-time for its text', async () => {
    const certLogicExpression = { plusTime: ['2021-06-01', 0, 'day'] }
    const assertions = [{ data: null, expected: '2021-06-01T00:00:00.000Z' }]
    expect(await results(file({ certLogicExpression, assertions }))).toEqual(['EVALUATE failed case 1.1'])
  })

  it('skips what it says to skip, wherever it says so', async () => {
    const wrong = { data: { x: 1 }, expected: 'wrong' }
    const test = { certLogicExpression: sum, assertions: [wrong] }
    const skipped = ['EVALUATE skipped the suite says skip']
    expect(await results({ ...file(test), directive: 'skip' })).toEqual(skipped)
    expect(await results(file({ ...test, directive: 'skip' }))).toEqual(skipped)
    expect(await results(file({ ...test, assertions: [{ ...wrong, directive: 'skip' }] }))).toEqual(skipped)
    expect(await results(file({ ...test, directive: 'only' }))).toEqual(['EVALUATE failed case 1.1'])
  })

  it('compares issues with expression and message', async () => {
    const issue = { expr: null, message: 'invalid CertLogic expression' }
    const json = file(
      { certLogicExpression: null, issues: [issue] },
      { certLogicExpression: null, issues: [] },
      { certLogicExpression: 1, issues: [] },
      { certLogicExpression: null, issues: [{ ...issue, message: '' }] },
    )
    const words = (await results(json)).map((text) => text.split(' ')[1])
    expect(words).toEqual(['passed', 'failed', 'passed', 'failed'])
  })
})
