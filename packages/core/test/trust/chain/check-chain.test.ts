import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainCheckNames, checkChain } from '../../../src/trust/chain/index.ts'

const keys = new URL('../../../../../keys-sample/', import.meta.url)
const at = new Date('2022-06-01T00:00:00Z')

function certificate(name: string): Uint8Array {
  const pem = readFileSync(new URL(`${name}.pem`, keys), 'utf8')
  return Uint8Array.from(Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'))
}

const [csca, dsc] = [certificate('csca'), certificate('dsc-all')]

describe('the check of a chain', () => {
  it('makes every check, in one order, and trusts the sample', async () => {
    const { trusted, checks } = await checkChain(dsc, csca, { at, issuedAt: at, profile: 'strict' })
    expect(trusted).toBe(true)
    expect(checks.map(({ name }) => name)).toEqual(chainCheckNames)
    expect(checks.every(({ outcome, code }) => outcome === 'passed' && code === undefined)).toBe(true)
  })

  it('skips the moment of issue where none is given', async () => {
    const { checks } = await checkChain(dsc, csca, { at })
    expect(checks.filter(({ outcome }) => outcome === 'skipped').map(({ name }) => name)).toEqual([
      'csca-at-issue',
      'dsc-at-issue',
    ])
  })

  it('asks no more where one certificate cannot be read', async () => {
    const { trusted, checks } = await checkChain(new Uint8Array(), csca, { at })
    expect(trusted).toBe(false)
    expect(checks.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['passed', 'failed'])
    expect(checks.slice(2).every(({ outcome }) => outcome === 'skipped')).toBe(true)
  })

  it('does not let one failure hide another', async () => {
    const { checks } = await checkChain(dsc, certificate('stranger'), { at: new Date('2050-01-01T00:00:00Z') })
    const codes = checks.flatMap(({ code }) => code ?? [])
    expect(codes).toEqual(expect.arrayContaining(['chain.no-ca', 'chain.name', 'chain.signature', 'chain.dsc-expired']))
  })

  it('trusts no document signer of the look-alike', async () => {
    const { trusted, checks } = await checkChain(certificate('stranger'), csca, { at })
    expect(trusted).toBe(false)
    expect(checks.flatMap(({ code }) => code ?? [])).toEqual(['chain.key-id', 'chain.signature'])
  })

  it('is for dates', async () => {
    await expect(checkChain(dsc, csca, { at: new Date('never') })).rejects.toThrow(TypeError)
    await expect(checkChain(dsc, csca, { at, issuedAt: new Date('never') })).rejects.toThrow(TypeError)
  })
})

describe('hostile bytes', () => {
  it('never make it throw, and never make it trust another certificate', async () => {
    const change = fc.record({ at: fc.nat({ max: dsc.length - 1 }), to: fc.nat({ max: 255 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = dsc.slice()
        for (const { at, to } of changes) changed[at] = to
        const { trusted } = await checkChain(changed, csca, { at })
        expect(trusted).toBe(Buffer.compare(changed, dsc) === 0)
      }),
      { numRuns: 300 },
    )
  })

  it('never make it trust what is no certificate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await checkChain(dsc, bytes, { at })).toMatchObject({ trusted: false })
        expect(await checkChain(bytes, csca, { at })).toMatchObject({ trusted: false })
      }),
    )
  })

  it('are refused as they grow, nested or many, before they cost time', async () => {
    const many = Uint8Array.from(
      { length: 16_384 },
      (_, index) => [0x30, 0x82, 0x3f, 0xfc][index] ?? [5, 0][index % 2] ?? 0,
    )
    for (const bytes of [new Uint8Array(1_000_000).fill(0x30), many]) {
      expect(await checkChain(bytes, bytes, { at })).toMatchObject({ trusted: false })
    }
  })
})
