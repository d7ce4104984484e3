import { Fault } from '@vaxcert/core/fault'
import { expect, it } from 'vitest'
import { queueStatus } from '../../src/queue/queue-status.ts'
import { runWorker } from '../../src/run/index.ts'
import { audit, fixed, onLedgers } from './ledger-tests.ts'
import { planSample, working } from './workshop.ts'

const hours = (count: number) => () => new Date(Date.now() + count * 3_600_000)

onLedgers('nothing is fixed', (ledger) => {
  it.each([-1, 1, 24 * 365])('when our clock is %i hours from that of the database', async (count) => {
    await planSample(ledger.database, { doses: 3 })
    expect(await runWorker(working(ledger, { now: hours(count) }))).toMatchObject({
      end: 'failed',
      code: 'ledger.clock',
    })
    expect(await fixed(ledger)).toEqual([])
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', issued: 3 })
  })

  it('when both clocks are behind what was issued', async () => {
    await planSample(ledger.database, { doses: 6, chunk: 3 })
    await ledger.database.query(`update vaxcert.chunk set iat = extract(epoch from now()) + 3600 where chunk_id = 2`)
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'failed', code: 'ledger.clock' })
    expect(await fixed(ledger)).toEqual([])
  })

  it('beyond the number that one lost key may spoil', async () => {
    await planSample(ledger.database, { doses: 10, chunk: 4 })
    const blastRadius = { certificates: 8, periodDays: 7 }
    expect(await runWorker(working(ledger, { blastRadius }))).toMatchObject({
      end: 'drained',
      issued: 8,
      waiting: { 'gate.blast-radius': 1 },
    })
    expect(await fixed(ledger)).toHaveLength(8)
    await ledger.database.query('update vaxcert.key_use set day = day - 7')
    await ledger.database.query('delete from vaxcert_queue.job')
    expect(await runWorker(working(ledger, { blastRadius }))).toMatchObject({ end: 'drained', issued: 2 })
    // The week did not pass: what was signed today is missing among what was counted today.
    expect(await audit(ledger)).toMatchObject({ released: 10, wrong: 1 })
    await ledger.database.query(
      'update vaxcert.key_use set certificates = certificates + 8 where day = (select max(day) from vaxcert.key_use)',
    )
    expect(await audit(ledger)).toMatchObject({ released: 10, wrong: 0 })
  })

  it('of a batch that nobody approved, or whose doses are not the approved ones', async () => {
    await planSample(ledger.database, { doses: 3 })
    const never = () => Promise.reject(new Fault('approve.missing', 'one seal of two'))
    expect(await runWorker(working(ledger, { requireApproved: never }))).toMatchObject({
      end: 'failed',
      code: 'approve.missing',
    })
    const asked: unknown[] = []
    const requireApproved = (_: unknown, batch: number) => {
      const requireContents = (firstNo: number, contents: readonly Uint8Array[]) => {
        asked.push([batch, firstNo, contents.length])
        throw new Fault('approve.contents', 'others')
      }
      return Promise.resolve({ requireContents })
    }
    expect(await runWorker(working(ledger, { requireApproved }))).toMatchObject({
      end: 'failed',
      code: 'approve.contents',
    })
    expect(asked).toEqual([[1, 1, 3]])
    expect(await fixed(ledger)).toEqual([])
  })

  it('of such a batch, while all others are issued; and once it is right, at once', async () => {
    const forged = await planSample(ledger.database, { doses: 4, chunk: 1 })
    await ledger.database.query(`insert into vaxcert.chunk (batch_id, first_no, last_no) values ($1, 90, 99)`, [forged])
    await planSample(ledger.database, { doses: 6, chunk: 3 })
    const missing = () => Promise.reject(new Fault('approve.missing', 'one seal of two'))
    const right = () => Promise.resolve({ requireContents: () => {} })
    const requireApproved = (_: unknown, batch: number) => (batch === forged ? missing() : right())
    expect(await runWorker(working(ledger, { requireApproved }))).toMatchObject({
      ...{ end: 'failed', code: 'approve.missing', issued: 6, stuck: 0 },
      waiting: { 'approve.missing': 4, 'ledger.broken': 1 },
    })
    expect(await queueStatus(ledger.database)).toMatchObject({
      putOff: { 'approve.missing': 4, 'ledger.broken': 1 },
    })
    expect(await runWorker(working(ledger, { requireApproved: right }))).toMatchObject({
      ...{ end: 'failed', code: 'ledger.broken', issued: 4, waiting: { 'ledger.broken': 1 } },
    })
  })

  it.each([
    ['a certificate', `insert into vaxcert.certificate values (5, '\\x', '\\x', 1000000)`],
    ['bytes', `insert into vaxcert.intent values (5, 'URN:UVCI:01:VN:X', '\\x')`],
    ['a refusal', `insert into vaxcert.refusal values (5, 'dcc.schema')`],
    ['a log that never had it', `update vaxcert.chunk set state = 'logged' where chunk_id = 2`],
    ['a chunk that is done', `update vaxcert.chunk set state = 'intended' where chunk_id = 1`],
  ])('of a chunk that has %s before its time, while all others are issued', async (_, sql) => {
    await planSample(ledger.database, { doses: 3 })
    await runWorker(working(ledger))
    await planSample(ledger.database, { doses: 3 })
    await planSample(ledger.database, { doses: 2 })
    await ledger.database.script(sql)
    const done = await runWorker(working(ledger))
    expect(done).toMatchObject({ end: 'failed', code: 'ledger.broken', waiting: { 'ledger.broken': 1 } })
    expect(await ledger.database.query('select from vaxcert.certificate where dose_no between 7 and 8')).toHaveLength(2)
  })

  it('that is not what was planned', async () => {
    await planSample(ledger.database, { doses: 3 })
    await ledger.database.query(`update vaxcert.dose set facts = replace(facts, '1985', '1975') where dose_no = 2`)
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'failed', code: 'ledger.broken' })
    await ledger.database.query('delete from vaxcert.dose where dose_no = 2')
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'failed', code: 'ledger.broken' })
    expect(await fixed(ledger)).toEqual([])
  })
})
