import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { noteSigner } from '../../src/log/index.ts'
import { type Issuing, runWorker } from '../../src/run/index.ts'
import { audit, fixed, onLedgers } from '../run/ledger-tests.ts'
import { Crash, crashAt, working } from '../run/workshop.ts'
import { openService, single } from './service-world.ts'

const another = noteSigner(
  'log',
  'sample.example/log',
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
)

/** A day so many days from today, "2022-06-01". */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** As two people approved it. */
function approvedAs(perDay = 10, until = day(30)): Pick<Issuing, 'requireApproved'> {
  return { requireApproved: () => Promise.resolve({ requireContents: () => {}, standing: { perDay, until } }) }
}

/** A second dose that says the same as the first, as nobody planned it. */
const slippedIn = `
  insert into vaxcert.dose
    select 2, batch_id, gen_random_uuid(), source, 'D2', version, renewal, facility, content, facts from vaxcert.dose;
  insert into vaxcert.chunk (batch_id, first_no, last_no, digest) select batch_id, 2, 2, digest from vaxcert.chunk`

onLedgers('under a standing approval', (ledger) => {
  async function planned(issuing: Partial<Issuing> = approvedAs()) {
    const world = await openService(ledger, { issuing: { ...issuing, step: crashAt('claim', 'before') } })
    expect((await world.send('/v1/certificates', { as: 'clinic', body: single() })).status).toBe(500)
    expect(world.failures).toEqual([expect.any(Crash)])
  }
  const work = (issuing: Partial<Issuing> = approvedAs()) => runWorker(working(ledger, issuing))

  it('no more is fixed on a day than it says, whatever was planned; the rest comes on the next', async () => {
    const world = await openService(ledger, { issuing: approvedAs(1) })
    const ask = (id: string) => world.send('/v1/certificates', { as: 'clinic', body: single(id) })
    expect((await ask('D1')).status).toBe(201)
    expect(await ask('D2')).toMatchObject({ status: 429, body: { code: 'gate.standing' } })
    expect(await work(approvedAs(1))).toMatchObject({ end: 'drained', issued: 0, waiting: { 'gate.standing': 1 } })
    expect(await fixed(ledger)).toHaveLength(1)
    await ledger.database.query(`update vaxcert.standing_day set day = '2022-06-01'`)
    expect((await ask('D2')).status).toBe(200)
    expect(await audit(ledger)).toMatchObject({ released: 2, wrong: 0 })
  })

  it('what was planned before its end is fixed within a week, and later never', async () => {
    await planned()
    expect(await work(approvedAs(10, day(-8)))).toMatchObject({ issued: 0, waiting: { 'gate.standing': 1 } })
    expect(await work(approvedAs(10, day(-7)))).toMatchObject({ end: 'drained', issued: 1 })
  })

  it.each([
    ['no seal', slippedIn, 1],
    [
      'the seal of another dose',
      `${slippedIn}; update vaxcert.chunk set seal = (select seal from vaxcert.chunk where seal is not null)`,
      1,
    ],
    [
      'other facts',
      `update vaxcert.dose set facts = replace(facts, 'LO', 'XX'), content = sha256(convert_to(replace(facts, 'LO', 'XX'), 'UTF8'))`,
      0,
    ],
    [
      'a seal over one of two',
      `${slippedIn}; delete from vaxcert.chunk where last_no = 2; update vaxcert.chunk set last_no = 2`,
      0,
    ],
  ])('a dose with %s is not signed', async (_, sql, issued) => {
    await planned()
    await ledger.database.script(sql)
    expect(await work()).toMatchObject({ end: 'failed', code: 'approve.contents', issued })
    expect(await fixed(ledger)).toHaveLength(issued)
  })

  it('that of a dose which nobody let through the gates, the service says as an alarm', async () => {
    await planned()
    await ledger.database.query('update vaxcert.chunk set seal = null')
    const world = await openService(ledger, { issuing: approvedAs() })
    const asked = await world.send('/v1/certificates/sample/D1', { as: 'clinic' })
    expect(asked.body).toMatchObject({ state: 'planned' })
    const again = { as: 'clinic', body: single() } as const
    expect(await world.send('/v1/certificates', again)).toMatchObject({
      status: 500,
      body: { code: 'approve.contents' },
    })
    expect((await world.send('/metrics', { as: 'all' })).text).toContain(
      'vaxcert_alarms_total{code="approve.contents"} 1\n',
    )
  })

  it('a dose that another key sealed is not signed', async () => {
    await planned({ ...approvedAs(), logSigner: another })
    expect(await work()).toMatchObject({ end: 'failed', code: 'approve.contents', issued: 0 })
    expect(await work({ ...approvedAs(), logSigner: another })).toMatchObject({ end: 'drained', issued: 1 })
  })

  it('a dose that is said to be fixed already is not signed either', async () => {
    await planned()
    await expect(work({ ...approvedAs(), step: crashAt('intend', 'after') })).rejects.toThrow(Crash)
    await ledger.database.query('update vaxcert.chunk set seal = null')
    expect(await work()).toMatchObject({ end: 'failed', code: 'approve.contents', issued: 0 })
  })
})
