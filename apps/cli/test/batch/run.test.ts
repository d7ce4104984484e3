import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openEmbedded, openServer } from '@vaxcert/records/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Io } from '../../src/io.ts'
import { run } from '../../src/run.ts'
import { vaxcert } from '../captured-io.ts'
import { keysSample } from '../sample-certificates.ts'
import { cleanDose, PERSONAL } from './clean-doses.ts'
import {
  type Approvable,
  approveOf,
  approverKeys,
  confirm,
  type Ministry,
  ministry,
  planner,
  planOf,
} from './ministry.ts'
import { testLedger } from './test-ledger.ts'

const root = mkdtempSync(join(tmpdir(), 'vaxcert-run-'))
afterAll(() => rmSync(root, { recursive: true }))
const ledger = testLedger()

/** Options of `batch run` but those of the ledger. */
const issuing: readonly string[] = [
  ...['batch', 'run', '--approvers', 'approvers.json', '--log-key', 'log'],
  ...['--key', `${keysSample}/dsc-vaccination.key.pem`, ...planner.slice(0, 4)],
]

interface Counts {
  readonly end: string
  readonly issued: number
  readonly left: number
  readonly stuck: number
  readonly waiting: Readonly<Record<string, number>>
}

describe('vaxcert batch run', () => {
  const office: Ministry = ministry(root, ledger)
  const runBatches = (...more: readonly string[]) => office.run([...issuing, ...ledger(), ...more], new Date())
  const counts = (stdout: string): Counts => JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  let made = 0

  /** A batch of so many doses, approved by so many people: its number. */
  async function plan(doses: number, approvals = 2): Promise<number> {
    made += 1
    const name = `doses${made}`
    await confirm(
      office,
      name,
      Array.from({ length: doses }, (_, at) => cleanDose(`D${made}-${at}`)),
    )
    const batch = await office.done<Approvable>(planOf(office, name))
    for (const key of approverKeys.slice(0, approvals)) await office.done(approveOf(office, batch, key))
    return batch.id
  }

  async function change(statement: string): Promise<void> {
    const [kind = '', place = ''] = ledger()
    const database: Database =
      kind === '--database' ? await openServer(place) : await openEmbedded(office.path(join(place, 'database')))
    await database.script(statement).finally(() => database.close())
  }

  beforeAll(async () => {
    await office.done(['log', 'keys', '--out', 'log', '--name', 'sample.example/log'])
  })

  it('makes no ledger where none is, nor does who only looks: a mistyped place is no empty ledger', async () => {
    mkdirSync(office.path('elsewhere'))
    const prove = ['batch', 'verify', '--trust', `${keysSample}/dsc-vaccination.pem`, '--log-key', 'log.vkey']
    for (const place of [ledger(), ['--ledger', 'elsewhere']])
      for (const argv of [issuing, prove, ['batch', 'status']])
        expect(await office.run([...argv, ...place, '--json'])).toMatchObject({ code: 2, stdout: '' })
    expect(readdirSync(office.path('elsewhere'))).toEqual([])
  })

  it('issues nothing that fewer than two people have approved', async () => {
    await plan(2, 1)
    const { code, stdout } = await runBatches('--json')
    expect({ code, ...counts(stdout) }).toMatchObject({ code: 0, end: 'drained', issued: 0, left: 0 })
  })

  it('ends with 2 and a sentence where the register knows none of those who approved', async () => {
    await plan(3)
    office.keep('others.json', JSON.stringify({ approvers: [{ name: 'Ai Đó', certificate: 'a'.repeat(64) }] }))
    const { code, stdout, stderr } = await runBatches('--approvers', 'others.json', '--json')
    expect({ code, end: counts(stdout).end }).toEqual({ code: 2, end: 'failed' })
    expect(stderr).toBe('vaxcert: fewer than two people have approved it (approve.missing).\n')
  })

  it('stops when it is asked to, and tells that the same command goes on', async () => {
    const { code, stdout, stderr } = await runStopped([...issuing, ...ledger(), '--json'], office.path('.'))
    expect({ code, ...counts(stdout) }).toMatchObject({ code: 2, end: 'stopped', issued: 0, left: 3 })
    expect(stderr).toBe('vaxcert: Stopped. The same command goes on from where it was.\n')
  })

  it('leaves chunks alone that are stuck; status tells what to do, and retry lets them go on', async () => {
    await change(`update vaxcert.chunk set state = 'stuck', code = 'signer.refused' where chunk_id = (
      select chunk_id from vaxcert.chunk join vaxcert.batch using (batch_id) where batch.state = 'approved' limit 1)`)
    const { code, stdout } = await runBatches('--json')
    expect({ code, ...counts(stdout) }).toMatchObject({ code: 1, issued: 0, stuck: 1 })
    const status = await office.run(['batch', 'status', ...ledger()])
    expect(status.stdout).toContain(
      'ALARM: 1 chunk stuck: the signer refused (signer.refused): see to the signer, then vaxcert batch retry',
    )
    expect(await office.done(['batch', 'retry', ...ledger()])).toEqual({ revived: 1, opened: 0 })
  })

  it('issues the rest, with its progress on a terminal, and has nothing to do the second time', async () => {
    const argv = [...issuing, ...ledger(), '--json']
    const first = await vaxcert(argv, { cwd: office.path('.'), isTTY: true, now: new Date() })
    expect({ code: first.code, ...counts(first.stdout) }).toMatchObject({ code: 0, issued: 3, left: 0, stuck: 0 })
    expect(first.stderr).toMatch(/issuing \d of 3, 0 refused, 0 chunks stuck/)
    expect(first.stdout + first.stderr).not.toMatch(PERSONAL)
    const again = await runBatches('--json')
    expect({ code: again.code, ...counts(again.stdout) }).toMatchObject({ code: 0, issued: 0 })
  })

  it('tells how batches stand, and whether their approvals hold', async () => {
    const { stdout } = await office.run(['batch', 'status', '--approvers', 'approvers.json', ...ledger()])
    expect(stdout).toMatch(
      /Batch \d+ \(issue\), planned: 0 of 2 doses issued.*\n.*\n.*NOT APPROVED: fewer than two people/,
    )
    expect(stdout).toMatch(
      /Batch \d+ \(issue\), approved: 3 of 3 doses issued, 0 refused\n {2}chunks: 1 released\n.*both hold/,
    )
    expect(stdout).toMatch(/0 chunks at work; queue: 0 waiting, 0 handed out\n$/)
    const none = await office.run(['batch', 'status', '999', ...ledger()])
    expect(none).toMatchObject({ code: 2, stderr: 'vaxcert: There is no batch 999.\n' })
  })

  it('waits where the key may sign no more in this period, and tells why', async () => {
    await plan(4)
    const { code, stdout } = await runBatches('--per-key', '2')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /^0 certificates issued; 0 refused, 4 left, 0 chunks stuck\n {2}1 chunk wait.*gate\.blast-radius/,
    )
  })
})

/** Somebody wants it to end as soon as it listens. */
async function runStopped(
  argv: readonly string[],
  cwd: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr') => ({
    write(text: string) {
      written[name] += text
    },
  })
  const io: Io = {
    ...{ cwd, stdout: sink('stdout'), stderr: sink('stderr'), stdin: (async function* () {})(), now: () => new Date() },
    onInterrupt(act) {
      act()
      return () => {}
    },
  }
  return { code: await run(argv, io), ...written }
}
