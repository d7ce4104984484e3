import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admit, afterFailure, type Circuit, closedCircuit } from '../src/breaker.ts'

const settings = { failures: 3, rest: 1000 }

function afterFailures(count: number, now: number): Circuit {
  return Array.from({ length: count }).reduce<Circuit>((circuit) => afterFailure(circuit, now, settings), closedCircuit)
}

describe('a circuit breaker', () => {
  it('bears failures below its limit', () => {
    expect(afterFailures(2, 5)).toEqual({ kind: 'closed', failures: 2 })
    expect(admit(afterFailures(2, 5), 5, settings)).toEqual({ kind: 'closed', failures: 2 })
  })

  it('opens at the limit and admits nothing until the rest is over', () => {
    const open = afterFailures(3, 5)
    expect(open).toEqual({ kind: 'open', until: 1005 })
    expect(admit(open, 1004, settings)).toBeUndefined()
  })

  it('admits one try after the rest, and another when that one never told what came of it', () => {
    const halfOpen = admit(afterFailures(3, 5), 1005, settings)
    expect(halfOpen).toEqual({ kind: 'half-open', until: 2005 })
    if (halfOpen === undefined) throw new Error('not admitted')
    expect(admit(halfOpen, 2004, settings)).toBeUndefined()
    expect(admit(halfOpen, 2005, settings)).toEqual({ kind: 'half-open', until: 3005 })
  })

  it('opens again when the one try fails, and when a late one does', () => {
    expect(afterFailure({ kind: 'half-open', until: 2005 }, 1500, settings)).toEqual({ kind: 'open', until: 2500 })
    expect(afterFailure({ kind: 'open', until: 1005 }, 700, settings)).toEqual({ kind: 'open', until: 1700 })
  })

  it('never admits more than one try in each rest once it is open, whatever fails when', () => {
    const steps = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 400 }), fails: fc.boolean() }), { minLength: 1 })
    fc.assert(
      fc.property(steps, (tries) => {
        let circuit = afterFailures(3, 0)
        let now = 0
        let last = Number.NEGATIVE_INFINITY
        for (const { gap, fails } of tries) {
          now += gap
          const admitted = admit(circuit, now, settings)
          if (admitted === undefined) continue
          expect(now - last).toBeGreaterThanOrEqual(settings.rest)
          last = now
          circuit = fails ? afterFailure(admitted, now, settings) : admitted
        }
      }),
    )
  })
})
