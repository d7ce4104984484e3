import { readTrustList } from '@vaxcert/core/trust'
import { type Verdict, verify } from '@vaxcert/core/verify'
import { describe, expect, it } from 'vitest'
import { verifyCases } from '../../generate/cases/verify.ts'
import { makeLayers } from '../../generate/layers.ts'
import { trustFiles } from '../../generate/trust-lists.ts'
import { CLOCK, usual, type VerifyCase } from '../../generate/verify-case.ts'

const lists = trustFiles()

async function judged({ certificate, change, clock, trust, profile }: Partial<VerifyCase>): Promise<Verdict> {
  const { text } = await makeLayers({ ...usual, ...certificate }, change)
  const list = readTrustList(lists.get(`trust/${trust ?? 'sample'}.json`))
  return verify(text, { trust: list, at: new Date(clock ?? CLOCK), ...(profile && { profile }) })
}

function failing({ checks }: Verdict): string | undefined {
  return checks.find(({ outcome }) => outcome === 'failed')?.code
}

const faulty = verifyCases.filter(({ change, expect: { kind } }) => change !== undefined && kind !== 'accepted')

/** What a fault is made of when it is no change: the moment, the list, the key or its times, or another document. */
const conditions = verifyCases.filter(({ change, expect: { kind } }) => change === undefined && kind !== 'accepted')

describe('One failure each', () => {
  it.each(faulty.map((described) => [described.id, described] as const))('%s', async (_, described) => {
    const { change: _change, ...rest } = described
    expect(failing(await judged(rest))).toBe(described.certificate?.hcert && 'content.no-rules')
    const verdict = await judged(described)
    expect(failing(verdict)).toBe(described.expect.code)
  })

  it('is one of these without a change in the certificate', () => {
    const folders = new Set(conditions.map(({ id }) => id.replace(/\/.*/, '')))
    expect([...folders]).toEqual(['text', 'container', 'signer', 'time'])
  })
})

describe('What is harmless', () => {
  const harmless = verifyCases.filter(({ expect: { kind } }) => kind === 'accepted')

  it('outnumbers a hundred', () => {
    expect(harmless.length).toBeGreaterThan(100)
  })

  it.each(harmless.map((described) => [described.id, described] as const))('%s', async (_, described) => {
    expect((await judged(described)).kind).toBe('accepted')
  })
})
