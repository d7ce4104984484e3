import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../../records/test/database/databases.ts'
import { exportLog, readVerifierKey, signCheckpoint, verifyLedgerLog, verifyLog } from '../../src/log/index.ts'
import { runWorker } from '../../src/run/index.ts'
import { openLedger, planSample, type TestLedger, working } from '../run/workshop.ts'
import { logKey, logSigner, memorySource, newSigner } from './sample-log.ts'

const DOSES = 600

/** What the log is about. */
const tables = ['certificate', 'intent', 'tile', 'checkpoint', 'log_head']

describe.each(testDatabases())('the log in a ledger on $name', (server) => {
  let ledger: TestLedger
  beforeAll(async () => {
    ledger = await openLedger(server)
    await ledger.fresh()
    await planSample(ledger.database, { doses: DOSES, chunk: 100 })
    await runWorker(working(ledger, { logSigner }))
    for (const table of tables) await run(`create table public.${table} as select * from vaxcert.${table}`)
  }, 120_000)
  beforeEach(async () => {
    for (const table of tables) {
      await run(`delete from vaxcert.${table}`)
      await run(`insert into vaxcert.${table} select * from public.${table}`)
    }
  })
  afterAll(async () => {
    for (const table of tables) await run(`drop table if exists public.${table}`)
    await ledger?.close()
  })

  const run = (sql: string) => ledger.database.query(sql)
  const check = () => verifyLedgerLog(ledger.database, logKey)
  const codes = async () => [...new Set((await check()).findings.map(({ code }) => code))]

  async function exported(): Promise<Map<string, Uint8Array>> {
    const files = new Map<string, Uint8Array>()
    for await (const { path, bytes } of exportLog(ledger.database)) files.set(path, bytes)
    return files
  }

  it('is sound after a run, and exported it is a sound log of tlog-tiles', async () => {
    expect(await check()).toEqual({ size: DOSES, checkpoints: 6, uncovered: 0, found: 0, findings: [] })
    const files = await exported()
    expect(files.size).toBe(3 + 3 + 1 + 1)
    const report = await verifyLog(memorySource(files), { log: logKey })
    expect(report).toMatchObject({ found: 0, checkpoint: { size: DOSES } })
    const text = [...files.values()].map((bytes) => Buffer.from(bytes).toString('latin1')).join('')
    expect(text).not.toMatch(/LO<|MAU|URN:UVCI/)
  })

  it('is empty before anything was issued', async () => {
    for (const table of tables) await run(`delete from vaxcert.${table}`)
    await run('insert into vaxcert.log_head (size) values (0)')
    expect(await check()).toEqual({ size: 0, checkpoints: 0, uncovered: 0, found: 0, findings: [] })
    await expect(exportLog(ledger.database).next()).rejects.toMatchObject({ code: 'log.missing' })
  })

  it.each([
    [
      'a signature',
      'update vaxcert.certificate set signature = set_byte(signature, 5, get_byte(signature, 5) # 1) where leaf = 300',
    ],
    ['a salt', 'update vaxcert.certificate set salt = set_byte(salt, 15, get_byte(salt, 15) # 128) where leaf = 300'],
    ['a salt cut short', `update vaxcert.certificate set salt = '\\x00' where leaf = 300`],
    [
      'what was signed',
      'update vaxcert.intent set to_be_signed = set_byte(to_be_signed, 90, 1) where dose_no = (select dose_no from vaxcert.certificate where leaf = 300)',
    ],
    [
      'an intent gone',
      'delete from vaxcert.intent where dose_no = (select dose_no from vaxcert.certificate where leaf = 300)',
    ],
    ['a certificate gone', 'delete from vaxcert.certificate where leaf = 300'],
  ])('names the entry: %s', async (_, sql) => {
    await run(sql)
    expect(await check()).toMatchObject({ found: 1, findings: [{ code: 'log.entry', entry: 300 }] })
    await expect(exported()).rejects.toMatchObject({ code: expect.stringMatching(/^(log|cose)\./) })
  })

  it("finds two certificates in each other's place", async () => {
    await run('update vaxcert.certificate set leaf = -1 where leaf = 300')
    await run('update vaxcert.certificate set leaf = 300 where leaf = 301')
    await run('update vaxcert.certificate set leaf = 301 where leaf = -1')
    const { findings } = await check()
    expect(findings).toEqual([
      { code: 'log.entry', entry: 300 },
      { code: 'log.entry', entry: 301 },
    ])
  })

  it('finds what does not belong to it', async () => {
    await run('update vaxcert.certificate set leaf = 5000 where leaf = 599')
    expect(await codes()).toEqual(['log.entry', 'log.surplus', 'log.uncovered'])
    await run('update vaxcert.certificate set leaf = 599 where leaf = 5000')
    await run(`insert into vaxcert.tile (level, at, hashes) values (3, 0, sha256('x'))`)
    expect((await check()).findings).toEqual([{ code: 'log.surplus', tile: { level: 3, at: 0 } }])
    await run('update vaxcert.tile set level = 2147483647 where level = 3')
    expect((await check()).findings).toEqual([{ code: 'log.surplus', tile: { level: 2147483647, at: 0 } }])
  })

  it.each([
    [
      'changed',
      'update vaxcert.tile set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 1',
      ['log.tile'],
    ],
    ['cut', 'update vaxcert.tile set hashes = substring(hashes, 1, 32) where level = 1', ['log.tile', 'log.surplus']],
    ['gone', 'delete from vaxcert.tile where level = 0 and at = 1', ['log.tile']],
    ['longer', `update vaxcert.tile set hashes = hashes || sha256('x') where level = 0 and at = 2`, ['log.surplus']],
  ])('finds a tile that is %s', async (_, sql, expected) => {
    await run(sql)
    const found = await codes()
    for (const code of expected) expect(found).toContain(code)
  })

  it('finds checkpoints that are not of its tree, of no valid signature, or missing', async () => {
    await run(`update vaxcert.checkpoint set note = replace(note, '—', '-') where size = 300`)
    expect((await check()).findings).toEqual([{ code: 'log.checkpoint', size: 300 }])
    const other = signCheckpoint({ origin: logKey.name, size: 300, root: new Uint8Array(32) }, logSigner)
    await ledger.database.query('update vaxcert.checkpoint set note = $1 where size = 300', [other])
    expect((await check()).findings).toEqual([{ code: 'log.checkpoint', size: 300 }])
    await run('delete from vaxcert.checkpoint where size > 500')
    expect(await check()).toMatchObject({ uncovered: 100 })
    expect((await check()).findings.at(-1)).toEqual({ code: 'log.uncovered', count: 100 })
  })

  it('finds a head that was put back', async () => {
    await run('update vaxcert.log_head set size = 590')
    expect(await codes()).toEqual(expect.arrayContaining(['log.surplus', 'log.checkpoint']))
  })

  it('believes the checkpoints of its own key alone', async () => {
    const stranger = readVerifierKey(newSigner('log', logKey.name).verifierKey)
    expect(await verifyLedgerLog(ledger.database, stranger)).toMatchObject({ found: 6 })
  })
})
