import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CheckResult } from '../../../src/vectors/check-result.ts'
import { runSuites } from '../../../src/vectors/run-suites.ts'
import { walk } from '../../../src/vectors/walk.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vaxcert-rules-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const rule = {
  Identifier: 'VR-VN-0001',
  Type: 'Acceptance',
  Country: 'VN',
  Version: '1.0.0',
  SchemaVersion: '1.0.0',
  Engine: 'CERTLOGIC',
  EngineVersion: '1.0.0',
  CertificateType: 'Vaccination',
  Description: [{ lang: 'en', desc: 'Two doses, whatever they are.' }],
  ValidFrom: '2022-01-01T00:00:00Z',
  ValidTo: '2023-01-01T00:00:00Z',
  AffectedFields: ['v.0.dn'],
  Logic: { '>=': [{ var: 'payload.v.0.dn' }, 2] },
}
const test = { name: 'two', payload: { v: [{ dn: 2 }] }, external: { valueSets: {} }, expected: true }

/** What comes of these files, "VN/rule.json RULE passed". */
async function results(files: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const lines: string[] = []
  const onResult = (file: string, { check, result, code, reason }: CheckResult) =>
    lines.push([file, check, result, code, reason].filter(Boolean).join(' '))
  await runSuites(folder, walk(folder), { onResult, onFile: () => {} })
  return lines
}

describe('A rule', () => {
  it('is checked for its shape, its logic and the fields it looks at', async () => {
    expect(await results({ 'rule.json': rule })).toEqual([
      'rule.json RULE passed',
      'rule.json LOGIC passed',
      'rule.json FIELDS passed',
    ])
  })

  it.each([
    ['RULE', { ValidFrom: '2022-01-01' }],
    ['FIELDS', { AffectedFields: [] }],
    ['FIELDS', { AffectedFields: ['v.0.dn', 'v.0.sd'] }],
    ['FIELDS', { AffectedFields: ['v.0.sd'] }],
  ])('fails at %s alone with %j', async (check, change) => {
    const failed = (await results({ 'rule.json': { ...rule, ...change } })).filter((line) => !line.endsWith('passed'))
    expect(failed).toEqual([`rule.json ${check} failed`])
  })

  it('fails at its logic when that is not CertLogic', async () => {
    const lines = await results({ 'rule.json': { ...rule, Logic: { or: [{ var: 'payload.v.0.dn' }, true] } } })
    expect(lines).toContain('rule.json LOGIC failed')
  })

  it('is known to be wrong in a file of another name, which nobody tests', async () => {
    const lines = await results({ 'VR-VN-0001.json': { ...rule, AffectedFields: [] } })
    expect(lines[2]).toMatch(/^VR-VN-0001\.json FIELDS known a rule in a file of another name/)
  })
})

describe('A test of a rule', () => {
  it('runs the rule of the folder above', async () => {
    const lines = await results({
      'a/rule.json': rule,
      'a/tests/1.json': test,
      'a/tests/2.json': { ...test, payload: { v: [{ dn: 1 }] } },
      'b/rule.json': { ...rule, Logic: { '===': [{ var: 'payload' }, { var: 'none' }] }, AffectedFields: [] },
      'b/tests/1.json': { external: {}, expected: true },
    })
    expect(lines.filter((line) => line.includes('tests'))).toEqual([
      'a/tests/1.json RULE-TEST passed test',
      'a/tests/2.json RULE-TEST failed test',
      'b/tests/1.json RULE-TEST passed test',
    ])
  })

  it('fails with the code of a rule that cannot be evaluated', async () => {
    const lines = await results({ 'a/rule.json': rule, 'a/tests/1.json': { ...test, payload: {} } })
    expect(lines).toContain('a/tests/1.json RULE-TEST failed rules.unreadable test')
  })

  it('fails when there is no rule, or none that can be read', async () => {
    const lines = await results({ 'a/tests/1.json': test, 'b/rule.json': '{', 'b/tests/1.json': test })
    expect(lines).toEqual([
      'a/tests/1.json RULE-TEST failed no rule.json',
      'b/rule.json UNREAD skipped is not JSON',
      'b/tests/1.json RULE-TEST failed no rule.json',
    ])
  })
})
