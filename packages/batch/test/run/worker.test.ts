import { trustList } from '@vaxcert/core/trust'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabases } from '../../../records/test/database/databases.ts'
import { verifyLedger } from '../../src/ledger/verify-ledger.ts'
import { runWorker, type Step } from '../../src/run/index.ts'
import { authority, openLedger, planSample, type TestLedger, working } from './workshop.ts'

describe.each(testDatabases())('a worker on $name', (server) => {
  let ledger: TestLedger
  beforeAll(async () => {
    ledger = await openLedger(server)
  }, 120_000)
  beforeEach(() => ledger.fresh())
  afterAll(() => ledger?.close())

  const audit = () => verifyLedger(ledger.database, trustList([authority.documentSigner]))

  it('issues every dose of an approved batch', async () => {
    await planSample(ledger.database, { doses: 250 })
    const steps: Step[] = []
    const report = await runWorker(working(ledger, { step: (step) => void steps.push(step) }))
    expect(report).toEqual({ end: 'drained', chunks: 3, issued: 250, refused: 0, stuck: 0, waiting: {} })
    expect(await audit()).toMatchObject({ chunks: 3, doses: 250, certificates: 250, released: 250, wrong: 0 })
  })

  it('has nothing to do where no batch is approved', async () => {
    await planSample(ledger.database, { doses: 10, state: 'planned' })
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', chunks: 0 })
    expect(await audit()).toMatchObject({ doses: 10, certificates: 0, wrong: 0 })
  })
})
