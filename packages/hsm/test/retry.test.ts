import { Fault } from '@vaxcert/core/fault'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoff, defaultRetries, realSurroundings, retries } from '../src/retry.ts'
import { codeOf } from './faults.ts'
import { stillSurroundings } from './surroundings.ts'

const settings = { tries: 3, firstWait: 100, longestWait: 150, failures: 4, rest: 1000 }
const busy = new Fault('signer.busy')
const refused = new Fault('signer.refused')

/** Throws each error in turn, then answers; undefined answers at once. Counts its calls. */
function attempts(...errors: readonly (unknown | undefined)[]) {
  const left = [...errors]
  const calls = { count: 0 }
  const attempt = (): string => {
    calls.count += 1
    const error = left.shift()
    if (error !== undefined) throw error
    return 'signed'
  }
  return { calls, attempt }
}

describe('retries', () => {
  it('give at once what the first try gives at once', () => {
    expect(retries(settings, stillSurroundings()).run(attempts().attempt)).toBe('signed')
  })

  it('try again after busy, each time after a longer wait', async () => {
    const surroundings = stillSurroundings()
    const { attempt, calls } = attempts(busy, busy)
    expect(await retries(settings, surroundings).run(attempt)).toBe('signed')
    expect(calls.count).toBe(3)
    expect(surroundings.waits).toEqual([50, 75])
  })

  it('try again what fails later, too', async () => {
    const { attempt, calls } = attempts(busy)
    const later = async (): Promise<string> => attempt()
    expect(await retries(settings, stillSurroundings()).run(later)).toBe('signed')
    expect(calls.count).toBe(2)
  })

  it('end with busy when the tries are used up', async () => {
    const { attempt, calls } = attempts(busy, busy, busy, busy)
    expect(await codeOf(() => retries(settings, stillSurroundings()).run(attempt))).toBe('signer.busy')
    expect(calls.count).toBe(3)
  })

  it('try once what is refused, at once or later, and what is a mistake of ours', async () => {
    const { run } = retries(settings, stillSurroundings())
    const once = attempts(refused)
    expect(() => run(once.attempt)).toThrow(refused)
    const later = attempts(refused)
    expect(await codeOf(() => run(async () => later.attempt()))).toBe('signer.refused')
    expect([once.calls.count, later.calls.count]).toEqual([1, 1])
    const mistake = attempts(new TypeError('ours'))
    expect(() => run(mistake.attempt)).toThrow(TypeError)
  })

  it('answer busy at once while the circuit is open, then let one try decide', async () => {
    const surroundings = stillSurroundings()
    const { run, circuit } = retries(settings, surroundings)
    const failing = attempts(...Array.from({ length: 6 }, () => busy))
    expect(await codeOf(() => run(failing.attempt))).toBe('signer.busy')
    expect(await codeOf(() => run(failing.attempt))).toBe('signer.busy')
    expect(failing.calls.count).toBe(4)
    expect(circuit().kind).toBe('open')
    const waited = surroundings.waits.length
    expect(await codeOf(() => run(failing.attempt))).toBe('signer.busy')
    expect(failing.calls.count).toBe(4)
    surroundings.pass(1000)
    expect(await codeOf(() => run(failing.attempt))).toBe('signer.busy')
    expect(failing.calls.count).toBe(5)
    expect(surroundings.waits).toHaveLength(waited)
    surroundings.pass(1000)
    expect(await run(attempts().attempt)).toBe('signed')
    expect(circuit()).toEqual({ kind: 'closed', failures: 0 })
  })

  it('take a refusal for an answer: it ends a row of failures', async () => {
    const { run, circuit } = retries({ ...settings, tries: 1 }, stillSurroundings())
    expect(await codeOf(() => run(attempts(busy).attempt))).toBe('signer.busy')
    expect(circuit()).toEqual({ kind: 'closed', failures: 1 })
    expect(await codeOf(() => run(attempts(refused).attempt))).toBe('signer.refused')
    expect(circuit()).toEqual({ kind: 'closed', failures: 0 })
  })

  it('stop where the signal is aborted: before a try and between two', async () => {
    const reason = new Error('stopped')
    const { run, circuit } = retries(settings, stillSurroundings())
    const never = attempts()
    expect(() => run(never.attempt, AbortSignal.abort(reason))).toThrow(reason)
    expect(never.calls.count).toBe(0)
    const controller = new AbortController()
    const between = (): never => {
      controller.abort(reason)
      throw busy
    }
    await expect(run(between, controller.signal)).rejects.toBe(reason)
    expect(circuit()).toEqual({ kind: 'closed', failures: 1 })
  })
})

describe('a wait', () => {
  it('is never longer than its limit, which doubles up to the longest', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), chance, (tried, random) => {
        const wait = backoff(tried, defaultRetries, random)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThan(Math.min(defaultRetries.longestWait, defaultRetries.firstWait * 2 ** (tried - 1)))
      }),
    )
  })

  it('of the real world ends by time, or by the reason of its signal', async () => {
    await realSurroundings.wait(1)
    await realSurroundings.wait(1, new AbortController().signal)
    const reason = new Error('stopped')
    const controller = new AbortController()
    const waiting = realSurroundings.wait(60_000, controller.signal)
    controller.abort(reason)
    await expect(waiting).rejects.toBe(reason)
    expect(realSurroundings.now()).toBeGreaterThan(0)
    expect(realSurroundings.random()).toBeLessThan(1)
  })
})
