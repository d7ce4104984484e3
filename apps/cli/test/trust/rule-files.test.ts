import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Io } from '../../src/io.ts'
import { readRuleFiles } from '../../src/trust/rule-files.ts'
import { emptyFolder } from '../empty-folder.ts'
import { NOW } from '../sample-certificates.ts'
import { sampleRule } from './sample-rule.ts'

const cwd = emptyFolder()
const silent = { write: () => {} }
const io: Io = { cwd, stdout: silent, stderr: silent, stdin: (async function* () {})(), now: () => NOW }

function write(name: string, json: unknown): string {
  mkdirSync(join(cwd, name, '..'), { recursive: true })
  writeFileSync(join(cwd, name), typeof json === 'string' ? json : JSON.stringify(json))
  return name
}

/** Identifier, version and purposes of each rule. */
async function rulesIn(...paths: readonly string[]): Promise<readonly string[]> {
  const { rules } = await readRuleFiles(paths, io)
  return rules.map(({ purposes, rule }) => `${rule.Identifier} ${rule.Version} ${purposes.join('+')}`)
}

describe('files with rules', () => {
  it('hold one, several, one with its purposes, or a list of ours', async () => {
    const one = write('one.json', sampleRule())
    const array = write('array.json', [sampleRule({ Identifier: 'VR-VN-0002' }), sampleRule({ Version: '0.9.0' })])
    const venue = write('venue.json', { purposes: ['venue', 'entry'], rule: sampleRule({ Identifier: 'TR-VN-0003' }) })
    const list = {
      format: 'vaxcert-rules',
      version: 1,
      rules: [{ purposes: ['venue'], rule: sampleRule({ Version: '2.0.0' }) }],
    }
    expect(await rulesIn(one, array, venue, write('list.json', list))).toEqual([
      'GR-VN-0001 0.9.0 entry',
      'GR-VN-0001 1.0.0 entry',
      'GR-VN-0001 2.0.0 venue',
      'TR-VN-0003 1.0.0 venue+entry',
      'VR-VN-0002 1.0.0 entry',
    ])
  })

  it('lie in folders, beside tests, which are no rules', async () => {
    write('VN/GR-VN-0001/1.0.0/rule.json', sampleRule())
    write('VN/GR-VN-0001/1.0.0/tests/test-1.json', { name: 'no rule' })
    write('VN/README.md', 'no rule either')
    expect(await rulesIn('VN')).toEqual(['GR-VN-0001 1.0.0 entry'])
  })

  it.each([
    ['no JSON', 'nothing'],
    ['no rule', { a: 1 }],
    ['null', 'null'],
    ['a number', '7'],
    ['a rule without a description', sampleRule({ Description: [] })],
    ['arrays in arrays without end', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['lists in lists without end', `${'{"format":1,"rules":'.repeat(9000)}null${'}'.repeat(9000)}`],
    ['a purpose that is none', { purposes: ['concert'], rule: sampleRule() }],
    ['logic that no engine knows', sampleRule({ Logic: { log: ['x'] } })],
  ])('that hold %s cannot be used', async (_, json) => {
    const path = write('bad.json', json)
    await expect(readRuleFiles([path], io)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^bad\.json holds /),
    })
  })
})
