import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { writeGatedDoses } from '../../bench/province/gated-doses.ts'
import { type Ran, vaxcert } from '../captured-io.ts'
import { emptyFolder } from '../empty-folder.ts'
import { keysSample } from '../sample-certificates.ts'

const operations = readFileSync(fileURLToPath(new URL('../../../../docs/operations.md', import.meta.url)), 'utf8')
const [, script = ''] = /## From confirmed doses to certificates\n\n```sh\n([^`]+)```/.exec(operations) ?? []

/** What some of the commands must say, beside that all is good. */
const says: Readonly<Record<string, RegExp>> = {
  'batch approve 1 --approvers approvers.json --key keys-sample/list-2': /2 approvals; it may be issued/,
  'batch status': /both hold/,
  'log verify': /^SOUND/,
  'batch verify': /^SOUND.*\nlog: .*\noutput of batch 1: /,
}

describe('the commands of docs/operations.md, from confirmed doses to certificates', () => {
  const cwd = emptyFolder()
  cpSync(keysSample, join(cwd, 'keys-sample'), { recursive: true })
  const tally = writeGatedDoses(cwd, {
    rows: 600,
    seed: 2022,
    facility: `${keysSample}/facility`,
    approvers: [`${keysSample}/list-1`, `${keysSample}/list-2`],
  })
  let digest = ''

  // The ledger is the embedded one, whatever server other tests are given.
  beforeAll(() => void vi.stubEnv('DATABASE_URL', undefined))
  afterAll(() => void vi.unstubAllEnvs())

  async function run(line: string): Promise<Ran> {
    const words = Array.from(line.replace('DIGEST', digest).matchAll(/'([^']*)'|(\S+)/g), ([, quoted, plain = '']) => {
      return quoted ?? plain
    })
    return vaxcert(words.slice(1), { cwd, now: new Date() })
  }

  it.each(script.trim().split('\n'))('%s', async (line) => {
    const { code, stdout, stderr } = await run(line)
    expect(code, stderr).toBe(0)
    digest = /digest: ([0-9a-f]{64})/.exec(stdout)?.[1] ?? digest
    for (const [words, pattern] of Object.entries(says)) if (line.includes(words)) expect(stdout).toMatch(pattern)
    if (line.includes('batch plan')) expect(stdout).toMatch(`${tally.rows} rows: ${tally.planned} planned`)
    if (line.includes('batch run')) expect(stdout).toMatch(`${tally.planned} certificates issued; 0 refused, 0 left`)
    if (line.includes('batch export')) expect(stdout).toMatch(`${tally.planned} certificates in `)
  })

  it('are all of the section', () => {
    expect(script.trim().split('\n').length).toBeGreaterThan(10)
  })
})
