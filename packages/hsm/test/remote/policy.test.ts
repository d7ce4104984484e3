import { readToBeSigned, toBeSigned, writeCbor } from '@vaxcert/core/cose'
import { type Dcc, makeUvci, type Usage } from '@vaxcert/core/dcc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signingRule, usualPolicy } from '../../src/remote/index.ts'
import { codeOf } from '../faults.ts'
import { NOW, sampleDcc, sampleKey, sampleToBeSigned } from './certificates.ts'

const key = sampleKey('dsc-vaccination')
const rule = signingRule(key.certificate)
const now = NOW.getTime() / 1000
const everyUsage: readonly Usage[] = ['vaccination', 'test', 'recovery']
const good = sampleToBeSigned(key)

const codeAt = (item: Uint8Array, at: number = now, usages = everyUsage) => codeOf(() => rule(item, usages, at))
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

/** A certificate like the good one, but for what the caller changes in its vaccination. */
function withEvent(change: Record<string, unknown>): Uint8Array {
  const dcc = sampleDcc()
  const v = [{ ...dcc.v?.[0], ...change }]
  return written({ ...dcc, v } as Dcc)
}

/** Laid out without asking the checks of the issuing side. */
function written(dcc: Dcc, times: Record<string, number> = {}): Uint8Array {
  const { protectedBytes } = readToBeSigned(good)
  const claims = { iss: 'VN', exp: now + 86_400, iat: now, ...times }
  const map = new Map<number, unknown>([
    [1, claims.iss],
    [4, claims.exp],
    [6, claims.iat],
    [-260, new Map([[1, dcc]])],
  ])
  return toBeSigned(protectedBytes, writeCbor(map as never))
}

describe('what a key signs', () => {
  it('is a certificate that is issued now', () => {
    expect(() => rule(good, everyUsage, now)).not.toThrow()
    expect(() => rule(good, ['vaccination'], now)).not.toThrow()
    expect(() => rule(written(sampleDcc()), everyUsage, now)).not.toThrow()
  })

  it('may have been fixed a day ago, and not in the future', async () => {
    const { behind, ahead } = usualPolicy
    expect(() => rule(good, everyUsage, now + behind)).not.toThrow()
    expect(await codeAt(good, now + behind + 1)).toBe('policy.time')
    expect(() => rule(good, everyUsage, now - ahead)).not.toThrow()
    expect(await codeAt(good, now - ahead - 1)).toBe('policy.time')
  })

  it('is of this key alone', async () => {
    for (const name of ['dsc-all', 'dsc-rsa', 'dsc-legacy']) {
      expect(await codeAt(sampleToBeSigned(sampleKey(name))), name).toBe('signer.unknown')
    }
  })

  it('is nothing that client or key may not ask for', async () => {
    expect(await codeAt(good, now, ['test', 'recovery'])).toBe('signer.usage')
    expect(await codeAt(good, now, [])).toBe('signer.usage')
    const others = signingRule({ ...key.certificate, usages: ['test'] })
    expect(await codeOf(() => others(good, everyUsage, now))).toBe('signer.usage')
  })

  it('stays within the validity of the key and twelve months', async () => {
    const { notAfter } = key.certificate
    expect(await codeAt(good, notAfter + 1)).toBe('signer.expired')
    expect(await codeAt(good, key.certificate.notBefore - 1)).toBe('signer.expired')
    expect(await codeAt(written(sampleDcc(), { exp: notAfter + 1 }))).toBe('signer.expired')
    const year = (Date.parse('2023-06-01T08:00:00Z') - NOW.getTime()) / 1000
    expect(() => rule(written(sampleDcc(), { exp: now + year }), everyUsage, now)).not.toThrow()
    expect(await codeAt(written(sampleDcc(), { exp: now + year + 1 }))).toBe('policy.lifetime')
    expect(await codeAt(written(sampleDcc(), { exp: now }))).toBe('policy.lifetime')
  })

  it.each([
    ['an identifier of another country', { ci: makeUvci({ country: 'FR' }) }, 'policy.identifier'],
    [
      'an identifier with a wrong check character',
      { ci: 'URN:UVCI:01:VN:8A2KQ0XW5T7PBN4M9RZC#A' },
      'policy.identifier',
    ],
    ['no identifier', { ci: '' }, 'policy.identifier'],
    ['a day in the future', { dt: '2022-06-03' }, 'policy.event'],
    ['a day before the birth', { dt: '1990-03-11' }, 'policy.event'],
    ['a day that is none', { dt: '2022-02-30' }, 'dcc.schema'],
    ['an unknown product', { mp: 'EU/1/20/9999' }, 'dcc.value-set'],
    ['a product of another holder', { ma: 'ORG-100001699' }, 'dcc.value-set'],
    ['an unknown country', { co: 'ZZ' }, 'dcc.value-set'],
    ['half a dose', { dn: 1.5 }, 'dcc.schema'],
    ['dose nought', { dn: 0 }, 'dcc.schema'],
    ['a field of its own', { note: 'x' }, 'dcc.schema'],
    ['a field that is missing', { is: undefined }, 'dcc.schema'],
  ])('has never %s', async (_, change, code) => {
    expect(await codeAt(withEvent(change))).toBe(code)
  })

  it('names the country of the key', async () => {
    const elsewhere = signingRule({ ...key.certificate, country: 'FR' })
    expect(await codeOf(() => elsewhere(good, everyUsage, now))).toBe('signer.country')
  })

  it('has no bit that somebody could turn unseen, unless it is another certificate', () => {
    const turn = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 7 }))
    const { protectedBytes, payload } = readToBeSigned(good)
    const fixed = good.length - payload.length - 3
    fc.assert(
      fc.property(turn, ([at, bit]) => {
        const turned = good.slice()
        turned[at] = (turned[at] ?? 0) ^ (1 << bit)
        const code = refusalOf(turned)
        if (at < fixed) expect(code).toMatch(/^(cose\.shape|signer\.unknown)$/)
        else if (code === undefined) expect(readToBeSigned(turned).protectedBytes).toEqual(protectedBytes)
      }),
      { numRuns: 2000 },
    )
  })

  it('is never a bare hash, a list, or whatever else may come', () => {
    const anything = fc.uint8Array({ maxLength: 600 })
    fc.assert(
      fc.property(anything, (bytes) => void expect(refusalOf(bytes)).toBe('cose.shape')),
      { numRuns: 2000 },
    )
    const { protectedBytes } = readToBeSigned(good)
    const wrapped = fc.uint8Array({ minLength: 1, maxLength: 600 }).map((bytes) => toBeSigned(protectedBytes, bytes))
    fc.assert(
      fc.property(wrapped, (bytes) => void expect(refusalOf(bytes)).toBe('claims.shape')),
      { numRuns: 2000 },
    )
  })

  it('was laid out at the moment that it names', () => {
    expect(refusalOf(sampleToBeSigned(key, later(-86_401)))).toBe('policy.time')
    expect(refusalOf(sampleToBeSigned(key, later(61)))).toBe('policy.time')
    expect(refusalOf(sampleToBeSigned(key, later(60)))).toBeUndefined()
  })
})

function refusalOf(item: Uint8Array): string | undefined {
  try {
    rule(item, everyUsage, now)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code
  }
}
