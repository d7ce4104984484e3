import { expect, it } from 'vitest'
import { verifyLedgerLog } from '../../src/log/index.ts'
import { runWorker } from '../../src/run/index.ts'
import { counting } from '../run/counting.ts'
import { audit, onLedgers } from '../run/ledger-tests.ts'
import { logVerifier, planSample, sampleAuthority, working } from '../run/workshop.ts'

/** What belongs to dose 1 belongs to dose 2, and the other way round. */
function exchanged(table: string): string {
  const away = `update vaxcert.${table} set dose_no = -dose_no where dose_no < 3;`
  return `${away} update vaxcert.${table} set dose_no = 3 + dose_no where dose_no < 0;`
}

/** As no plan would leave one. */
const doseInNoChunk = `
  insert into vaxcert.dose select 99, batch_id, gen_random_uuid(), source, 'another', version, renewal, facility, content, facts
  from vaxcert.dose where dose_no = 1`

const spoilt: readonly (readonly [string, string, string])[] = [
  ['a dose gone', 'delete from vaxcert.dose where dose_no = 3', 'audit.doses'],
  ['a chunk gone', 'delete from vaxcert.chunk where chunk_id = 1', 'audit.doses'],
  ['a chunk twice', `insert into vaxcert.chunk (batch_id, first_no, last_no) values (1, 5, 6)`, 'audit.doses'],
  ['a certificate gone', 'delete from vaxcert.certificate where dose_no = 3', 'audit.outcome'],
  ['a second outcome', `insert into vaxcert.refusal values (3, 'dcc.schema')`, 'audit.outcome'],
  ['a chunk that is open again', `update vaxcert.chunk set state = 'open', kid = null, iat = null`, 'audit.outcome'],
  ['another count', 'update vaxcert.chunk set issued = issued + 1', 'audit.counts'],
  [
    'another signature',
    `update vaxcert.certificate set signature = set_byte(signature, 9, 1 # get_byte(signature, 9))`,
    'audit.certificate',
  ],
  [
    'other bytes',
    `update vaxcert.intent set to_be_signed = set_byte(to_be_signed, 99, 1 # get_byte(to_be_signed, 99))`,
    'audit.certificate',
  ],
  ['certificates changed about', exchanged('intent') + exchanged('certificate'), 'audit.content'],
  ['signatures changed about', exchanged('certificate'), 'audit.certificate'],
  ['other facts', `update vaxcert.dose set facts = replace(facts, '1985', '1986') where dose_no = 4`, 'audit.content'],
  ['facts that are none', `update vaxcert.dose set facts = '{"nam": ' where dose_no = 4`, 'audit.content'],
  ['a dose beside its chunks', 'update vaxcert.dose set dose_no = 99 where dose_no = 8', 'audit.doses'],
  ['a dose in no chunk', doseInNoChunk, 'audit.doses'],
  ['another identifier', `update vaxcert.intent set uvci = 'URN:UVCI:01:VN:X' where dose_no = 4`, 'audit.content'],
  ['another moment', 'update vaxcert.chunk set iat = iat + 1', 'audit.content'],
  ['another name', `update vaxcert.dose set dose_id = 'D1' where dose_no = 4`, 'audit.dose'],
  ['names changed about', `update vaxcert.dose set dose_id = 'D' || (9 - dose_no)`, 'audit.dose'],
  ['another version', 'update vaxcert.dose set version = 2 where dose_no = 4', 'audit.dose'],
  ['another digest', `update vaxcert.dose set content = sha256('x') where dose_no = 4`, 'audit.dose'],
  ['a chunk that is fixed again', `update vaxcert.chunk set state = 'intended' where chunk_id = 1`, 'audit.outcome'],
  ['a key that was never counted', 'delete from vaxcert.key_use', 'audit.counts'],
  ['a key counted too little', 'update vaxcert.key_use set certificates = 7', 'audit.counts'],
  ['a revocation of no dose', `insert into vaxcert.revocation values (99, 'withdrawn', 'Mẫu', now())`, 'audit.stray'],
  ['a certificate of no dose', `insert into vaxcert.refusal values (99, 'dcc.schema')`, 'audit.stray'],
]

onLedgers('a ledger', (ledger) => {
  it.each(spoilt)('with %s is found', async (_, sql, code) => {
    await planSample(ledger.database, { doses: 8, chunk: 4 })
    await runWorker(working(ledger))
    expect(await audit(ledger)).toMatchObject({ released: 8, wrong: 0, findings: [] })
    await ledger.database.script(sql)
    const { wrong, findings } = await audit(ledger)
    expect(wrong).toBeGreaterThan(0)
    expect(findings.map((finding) => finding.code)).toContain(code)
  })

  it.each([`state = 'released'`, `state = 'logged'`, `state = 'intended'`, 'iat = 99999999999'])(
    'with a chunk that was never fixed, and says %s, is found: nobody would issue it',
    async (said) => {
      await planSample(ledger.database, { doses: 4, chunk: 2 })
      expect(await audit(ledger)).toMatchObject({ wrong: 0 })
      await ledger.database.query(`update vaxcert.chunk set ${said} where chunk_id = 2`)
      expect((await audit(ledger)).findings).toEqual([{ code: 'audit.outcome', chunk: 2 }])
    },
  )

  it('of many small chunks is read in few statements, whatever lies between them', async () => {
    await planSample(ledger.database, { doses: 120, chunk: 1 })
    await planSample(ledger.database, { doses: 30, chunk: 7 })
    await planSample(ledger.database, { doses: 60, chunk: 1 })
    await runWorker(working(ledger))
    const { session, asked } = counting(ledger.database)
    const whole = { chunks: 185, doses: 210, released: 210, wrong: 0 }
    expect(await audit({ ...ledger, database: session })).toMatchObject(whole)
    expect(asked()).toBeLessThan(12)
    const before = asked()
    expect(await verifyLedgerLog(session, logVerifier)).toMatchObject({ checkpoints: 185, found: 0 })
    expect(asked() - before).toBeLessThan(30)
    await ledger.database.query('delete from vaxcert.dose where dose_no = 100')
    await ledger.database.query(`update vaxcert.chunk set first_no = 150, last_no = 150 where first_no = 180`)
    expect((await audit(ledger)).findings).toEqual(
      expect.arrayContaining([
        { code: 'audit.doses', chunk: 100 },
        expect.objectContaining({ code: 'audit.doses', chunk: 155 }),
      ]),
    )
  }, 120_000)

  it('signed by somebody whom nobody trusts is found', async () => {
    await planSample(ledger.database, { doses: 2 })
    const stranger = sampleAuthority('dsc-all')
    await runWorker(working(ledger, { authority: stranger }))
    expect((await audit(ledger)).findings.map(({ code }) => code)).toEqual(['audit.certificate', 'audit.certificate'])
    expect(await audit(ledger, stranger)).toMatchObject({ wrong: 0 })
  })
})
