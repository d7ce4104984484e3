import { describe, expect, it } from 'vitest'
import { runWorker, type StepName, type StepPhase } from '../../src/run/index.ts'
import { audit, fixed, logged, onLedgers } from './ledger-tests.ts'
import { Crash, crashAt, planSample, working } from './workshop.ts'

const everywhere: readonly (readonly [StepName, StepPhase])[] = [
  ['claim', 'before'],
  ['claim', 'after'],
  ['intend', 'before'],
  ['intend', 'within'],
  ['intend', 'after'],
  ['sign', 'before'],
  ['sign', 'within'],
  ['sign', 'after'],
  ['log', 'before'],
  ['log', 'within'],
  ['log', 'after'],
  ['release', 'before'],
  ['release', 'within'],
  ['release', 'after'],
  ['complete', 'before'],
  ['complete', 'after'],
]

onLedgers('after a crash', (ledger) => {
  describe.each(everywhere)('at %s %s', (name, phase) => {
    it('the next worker goes on: nothing is lost, doubled, left out of the log, or changed', async () => {
      await planSample(ledger.database, { doses: 40, chunk: 20 })
      await expect(runWorker(working(ledger, { step: crashAt(name, phase) }))).rejects.toThrow(Crash)
      const before = await fixed(ledger)
      expect(await audit(ledger)).toMatchObject({ wrong: 0 })
      expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained', stuck: 0 })
      expect((await fixed(ledger)).slice(0, before.length)).toEqual(before)
      expect(await audit(ledger)).toMatchObject({ doses: 40, certificates: 40, released: 40, wrong: 0 })
      expect(await logged(ledger)).toEqual({ size: 40, certificates: 40, leaves: 40, checkpoint: 40 })
    })
  })

  it('and another, and another, it is the same', async () => {
    await planSample(ledger.database, { doses: 30, chunk: 10 })
    for (const [name, phase] of everywhere) {
      await expect(runWorker(working(ledger, { step: crashAt(name, phase) })).then(() => 'drained')).rejects.toThrow(
        Crash,
      )
      if (name === 'release' || name === 'complete') await planSample(ledger.database, { doses: 10, chunk: 10 })
    }
    expect(await runWorker(working(ledger))).toMatchObject({ end: 'drained' })
    expect(await audit(ledger)).toMatchObject({ released: 80, wrong: 0 })
    expect(await logged(ledger)).toMatchObject({ size: 80, leaves: 80 })
  })
})
