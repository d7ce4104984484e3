import { expect, it } from 'vitest'
import { batchStatus } from '../../src/ledger/status.ts'
import { verifyLedgerLog } from '../../src/log/index.ts'
import { issueChunk, runWorker, type Step } from '../../src/run/index.ts'
import { audit, logged, onLedgers } from './ledger-tests.ts'
import { factsOf, issuing, logVerifier, planSample, working } from './workshop.ts'

onLedgers('a worker', (ledger) => {
  it('issues every dose of an approved batch, logs it and releases it', async () => {
    const batch = await planSample(ledger.database, { doses: 250 })
    const report = await runWorker(working(ledger))
    expect(report).toEqual({ end: 'drained', chunks: 3, issued: 250, refused: 0, stuck: 0, waiting: {} })
    expect(await audit(ledger)).toMatchObject({ chunks: 3, doses: 250, certificates: 250, released: 250, wrong: 0 })
    expect(await logged(ledger)).toEqual({ size: 250, certificates: 250, leaves: 250, checkpoint: 250 })
    expect(await verifyLedgerLog(ledger.database, logVerifier)).toMatchObject({ size: 250 })
    expect(await batchStatus(ledger.database, batch)).toMatchObject({
      doses: 250,
      released: 250,
      refused: 0,
      stuck: {},
    })
  })

  it('tells each step in its order', async () => {
    await planSample(ledger.database, { doses: 3 })
    const told: string[] = []
    const step = ({ name, phase, certificates }: Step): void => void told.push(`${name} ${phase} ${certificates}`)
    await runWorker(working(ledger, { step }))
    expect(told).toEqual([
      'claim before 0',
      'claim after 0',
      'intend before 0',
      'intend within 3',
      'intend after 3',
      'sign before 0',
      'sign within 3',
      'sign after 3',
      'log before 3',
      'log within 3',
      'log after 3',
      'release before 0',
      'release within 3',
      'release after 3',
      'complete before 0',
      'complete after 0',
    ])
  })

  it('has nothing to do where nothing is planned, or no batch is approved', async () => {
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', chunks: 0 })
    await planSample(ledger.database, { doses: 10, state: 'planned' })
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', chunks: 0 })
    expect(await audit(ledger)).toMatchObject({ doses: 10, certificates: 0, wrong: 0 })
  })

  it('issues once what it is asked for twice', async () => {
    await planSample(ledger.database, { doses: 20 })
    expect(await issueChunk(ledger.database, 1, issuing())).toEqual({ kind: 'released', issued: 20, refused: 0 })
    expect(await issueChunk(ledger.database, 1, issuing())).toEqual({ kind: 'passed' })
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', chunks: 0, issued: 0 })
    expect(await audit(ledger)).toMatchObject({ certificates: 20, wrong: 0 })
  })

  it('refuses a bad dose and issues all others of its chunk', async () => {
    const facts = new Map([
      [2, null],
      [3, '{"ver":'],
      [4, '"text"'],
      [5, factsOf(5, { dn: 0 })],
      [6, factsOf(6, { mp: 'EU/0/00/0000' })],
    ])
    await planSample(ledger.database, { doses: 10, facts })
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', issued: 5, refused: 5 })
    const codes = await ledger.database.query<{ code: string }>('select code from vaxcert.refusal order by dose_no')
    expect(codes.map(({ code }) => code)).toEqual([
      'dose.forgotten',
      'dose.unreadable',
      'dose.unreadable',
      'dcc.schema',
      'dcc.value-set',
    ])
    expect(await audit(ledger)).toMatchObject({ doses: 10, certificates: 5, refused: 5, wrong: 0 })
  })

  it('releases a chunk of which every dose is refused', async () => {
    await planSample(ledger.database, { doses: 2, facts: new Map([1, 2].map((number) => [number, null])) })
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', chunks: 1, issued: 0, refused: 2 })
    expect(await audit(ledger)).toMatchObject({ certificates: 0, refused: 2, wrong: 0 })
  })

  it('finishes the step under way when it shall stop, and gives its chunk back', async () => {
    await planSample(ledger.database, { doses: 30, chunk: 10 })
    const stop = new AbortController()
    const step = ({ name, phase, chunk }: Step): void => {
      if (name === 'intend' && phase === 'within' && chunk === 2) stop.abort()
    }
    const report = await runWorker(working(ledger, { step, signal: stop.signal, until: 'stopped' }))
    expect(report).toMatchObject({ end: 'stopped', chunks: 1, issued: 10 })
    const states = await ledger.database.query<{ state: string }>('select state from vaxcert.chunk order by chunk_id')
    expect(states.map(({ state }) => state)).toEqual(['released', 'intended', 'open'])
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', chunks: 2 })
    expect(await audit(ledger)).toMatchObject({ released: 30, wrong: 0 })
  })

  it('stops where it waits for more to come', async () => {
    const stop = new AbortController()
    const running = runWorker(working(ledger, { signal: stop.signal, until: 'stopped', idleSeconds: 60 }))
    setTimeout(() => stop.abort(), 300)
    expect(await running).toMatchObject({ end: 'stopped', chunks: 0 })
  })
})
