import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowance, readSigningClients } from '../../src/remote/clients.ts'
import { codeOf } from '../faults.ts'

describe('what a client is allowed', () => {
  it('is so many at once, and then so many in a minute', () => {
    const take = allowance(60)
    expect(Array.from({ length: 61 }, () => take(0)).filter(Boolean)).toHaveLength(60)
    expect(take(999)).toBe(false)
    expect(take(1000)).toBe(true)
    expect(take(1000)).toBe(false)
    expect(Array.from({ length: 99 }, () => take(3_600_000)).filter(Boolean)).toHaveLength(60)
  })

  it('is never more, however the clock goes', () => {
    const steps = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(fc.nat(40), steps, (perMinute, moves) => {
        const take = allowance(perMinute)
        let now = 1_000_000
        let forward = 0
        let taken = 0
        for (const move of moves) {
          now += move
          forward += Math.max(0, move)
          if (take(now)) taken += 1
        }
        expect(taken).toBeLessThanOrEqual(perMinute + (forward / 60_000) * perMinute)
      }),
    )
  })
})

describe('the register of clients', () => {
  const certificate = '0a'.repeat(32)
  const one = { certificate, kids: ['0123456789abcdef'], usages: ['vaccination'], perMinute: 60_000 }

  it('says what the holder of a certificate may ask for', () => {
    const { certificate: fingerprint, ...may } = one
    expect(readSigningClients({ clients: [one] })).toEqual([{ fingerprint, ...may }])
    expect(readSigningClients({ clients: [] })).toEqual([])
  })

  it.each([
    null,
    [],
    'x',
    {},
    { clients: {} },
    { clients: [null] },
    { clients: [one, one] },
    { clients: [{ ...one, certificate: certificate.toUpperCase() }] },
    { clients: [{ ...one, certificate: certificate.slice(2) }] },
    { clients: [{ ...one, kids: [] }] },
    { clients: [{ ...one, kids: ['0123456789abcde'] }] },
    { clients: [{ ...one, usages: ['all'] }] },
    { clients: [{ ...one, usages: 'vaccination' }] },
    { clients: [{ ...one, perMinute: 0 }] },
    { clients: [{ ...one, perMinute: Number.NaN }] },
    { clients: [{ ...one, perMinute: '60' }] },
    { clients: [{ ...one, admin: true }] },
  ])('is refused as %j', async (value) => {
    expect(await codeOf(() => readSigningClients(value))).toBe('client.register')
  })
})
