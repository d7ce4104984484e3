import { Fault } from '@vaxcert/core/fault'
import { expect, it } from 'vitest'
import { intendAnew, issueChunk, reviveStuck, runWorker } from '../../src/run/index.ts'
import { audit, fixed, logged, onLedgers } from './ledger-tests.ts'
import {
  authority,
  Crash,
  crashAt,
  issuing,
  planSample,
  sampleAuthority,
  withDocumentSigner,
  withSigner,
  working,
} from './workshop.ts'

const { signer } = authority
const stranger = sampleAuthority('dsc-all')
const nothingOut = { certificates: 0, released: 0, wrong: 0 }

const failing: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array, string])[] = [
  ['signs with another key', (bytes) => stranger.signer.sign(bytes) as Uint8Array, 'signature.mismatch'],
  ['signs something else', (bytes) => signer.sign(bytes.map((byte) => byte ^ 1)) as Uint8Array, 'signature.mismatch'],
  ['gives garbage', () => new Uint8Array(64).fill(7), 'signature.mismatch'],
  ['gives too little', () => new Uint8Array(63), 'signer.refused'],
  [
    'refuses',
    () => {
      throw new Fault('signer.refused', 'no such key')
    },
    'signer.refused',
  ],
  [
    'says that they were fixed too long ago',
    () => {
      throw new Fault('signer.time', 'the server answers policy.time')
    },
    'signer.time',
  ],
]

onLedgers('a signer', (ledger) => {
  it.each(failing)('that %s gets the chunk stuck, and nothing of it out', async (_, sign, code) => {
    await planSample(ledger.database, { doses: 5 })
    const wrong = withSigner(authority, { sign })
    expect(await issueChunk(ledger.database, 1, issuing({ authority: wrong }))).toEqual({ kind: 'stuck', code })
    expect(await audit(ledger)).toMatchObject(nothingOut)
    expect(await logged(ledger)).toMatchObject({ size: 0 })
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', chunks: 0 })
    expect(await reviveStuck(ledger.database)).toBe(1)
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', issued: 5 })
    expect(await audit(ledger)).toMatchObject({ released: 5, wrong: 0 })
  })

  it('that is wrong once in a while is asked again', async () => {
    await planSample(ledger.database, { doses: 100 })
    let asked = 0
    const sign = (bytes: Uint8Array) => (++asked % 7 === 0 ? new Uint8Array(64).fill(1) : signer.sign(bytes))
    expect(await runWorker(working(ledger, { authority: withSigner(authority, { sign }) }))).toMatchObject({
      issued: 100,
    })
    expect(await audit(ledger)).toMatchObject({ released: 100, wrong: 0 })
  })

  it('that is wrong always ends the worker before every chunk is stuck', async () => {
    await planSample(ledger.database, { doses: 10, chunk: 1 })
    const wrong = withSigner(authority, { sign: () => new Uint8Array(64) })
    expect(await runWorker(working(ledger, { authority: wrong }))).toMatchObject({
      end: 'failed',
      code: 'signature.mismatch',
      stuck: 3,
      issued: 0,
    })
    const dead = await ledger.database.query(`select from vaxcert_queue.job where name = 'dead-chunks'`)
    expect(dead).toHaveLength(3)
  })

  it('that is busy is waited for, and gets its chunk back to the queue when it stays so', async () => {
    await planSample(ledger.database, { doses: 4 })
    let left = 3
    const sign = (bytes: Uint8Array) => {
      left -= 1
      if (left >= 0) throw new Fault('signer.busy', 'later')
      return signer.sign(bytes)
    }
    expect(await issueChunk(ledger.database, 1, issuing({ authority: withSigner(authority, { sign }) }))).toMatchObject(
      {
        kind: 'released',
      },
    )
    const never = withSigner(authority, {
      sign: () => {
        throw new Fault('signer.busy', 'never')
      },
    })
    await planSample(ledger.database, { doses: 4 })
    const before = await runWorker(working(ledger, { authority: never, patience: 0 }))
    expect(before).toMatchObject({ end: 'failed', code: 'signer.busy', stuck: 0 })
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', issued: 4 })
  }, 120_000)

  it('with many lanes gives each certificate its own signature', async () => {
    await planSample(ledger.database, { doses: 300, chunk: 300 })
    const sign = async (bytes: Uint8Array): Promise<Uint8Array> => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
      return signer.sign(bytes)
    }
    const lanes = withSigner(authority, { lanes: 8, sign })
    expect(await runWorker(working(ledger, { authority: lanes }))).toMatchObject({ issued: 300 })
    expect(await audit(ledger)).toMatchObject({ released: 300, wrong: 0 })
  })

  it('whose certificate has run out is asked for nothing: at intent the worker ends, at signing the chunk is stuck', async () => {
    await planSample(ledger.database, { doses: 3 })
    const expired = withDocumentSigner(authority, { notAfter: Math.floor(Date.now() / 1000) - 1 })
    expect(await runWorker(working(ledger, { authority: expired }))).toMatchObject({
      end: 'failed',
      code: 'signer.expired',
    })
    expect(await fixed(ledger)).toEqual([])
    await expect(runWorker(working(ledger, { step: crashAt('sign', 'before') }))).rejects.toThrow(Crash)
    expect(await issueChunk(ledger.database, 1, issuing({ authority: expired }))).toEqual({
      kind: 'stuck',
      code: 'signer.expired',
    })
    expect(await audit(ledger)).toMatchObject(nothingOut)
  })

  it('of another key waits with what was fixed for the one before, who may still sign it', async () => {
    await planSample(ledger.database, { doses: 3 })
    await expect(runWorker(working(ledger, { step: crashAt('sign', 'before') }))).rejects.toThrow(Crash)
    const report = await runWorker(working(ledger, { authority: stranger }))
    expect(report).toMatchObject({ end: 'drained', chunks: 0, waiting: { 'signer.kid': 1 } })
    const together = issuing({ authority: stranger, formerAuthorities: [authority] })
    expect(await issueChunk(ledger.database, 1, together)).toMatchObject({ kind: 'released', issued: 3 })
    expect(await audit(ledger)).toMatchObject({ released: 3, wrong: 0 })
  })

  it('of another key signs what was fixed for a lost one once it is fixed anew', async () => {
    await planSample(ledger.database, { doses: 3 })
    await expect(runWorker(working(ledger, { step: crashAt('log', 'within') }))).rejects.toThrow(Crash)
    const before = await fixed(ledger)
    expect(await intendAnew(ledger.database, signer.kid)).toBe(1)
    expect(await runWorker(working(ledger, { authority: stranger }))).toMatchObject({ end: 'drained', issued: 3 })
    expect(await fixed(ledger)).not.toEqual(before)
    expect(await audit(ledger, stranger)).toMatchObject({ released: 3, wrong: 0 })
    expect(await intendAnew(ledger.database, stranger.signer.kid)).toBe(0)
  })
})
