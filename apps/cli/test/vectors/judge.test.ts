import { Fault } from '@vaxcert/core'
import { describe, expect, it } from 'vitest'
import { judge, outcomeOf } from '../../src/vectors/judge.ts'

describe('outcomeOf', () => {
  it('takes a Fault for the failure of the step, and nothing for a step that was not made', async () => {
    expect(await outcomeOf(true, () => true)).toEqual({ expected: true, actual: true })
    expect(await outcomeOf(true, async () => undefined)).toBeUndefined()
    const refused = await outcomeOf(false, () => Promise.reject(new Fault('text.zlib')))
    expect(refused).toEqual({ expected: false, actual: false, code: 'text.zlib' })
  })

  it('does not take a crash for a refusal', async () => {
    const crash = await outcomeOf(false, () => {
      throw new RangeError('boom')
    })
    expect(crash).toEqual({ expected: false, actual: false, code: 'vectors.exception' })
    expect(crash && judge('VERIFY', crash, undefined).result).toBe('failed')
    expect(crash && judge('VERIFY', crash, 'some reason').result).toBe('failed')
  })
})

describe('judge', () => {
  const met = { expected: true, actual: true }
  const missed = { expected: true, actual: false, code: 'cose.shape' }

  it('passes what came out as expected and fails the rest', () => {
    expect(judge('VERIFY', met, undefined)).toEqual({ check: 'VERIFY', ...met, result: 'passed' })
    expect(judge('VERIFY', missed, undefined)).toEqual({ check: 'VERIFY', ...missed, result: 'failed' })
  })

  it('keeps the reason of a known difference', () => {
    expect(judge('VERIFY', missed, 'why')).toEqual({ check: 'VERIFY', ...missed, result: 'known', reason: 'why' })
  })

  it('fails a known difference that is none any more', () => {
    const reason = 'known difference passes now: why'
    expect(judge('VERIFY', met, 'why')).toEqual({ check: 'VERIFY', ...met, result: 'failed', reason })
  })
})
