import { fileURLToPath } from 'node:url'
import { type Verdict, verify } from '@vaxcert/core/verify'
import { describe, expect, it } from 'vitest'
import { revocationCases } from '../../generate/cases/revocation-certificates.ts'
import { verifyCases } from '../../generate/cases/verify.ts'
import { type VerifyCase, verifyVector } from '../../generate/verify-case.ts'
import { optionsOfVector } from '../../src/vectors/own/verify-options.ts'

/** Where the files lie that vectors name. */
const path = fileURLToPath(new URL('../../../../test-vectors/index.json', import.meta.url))

async function judged(described: VerifyCase): Promise<Verdict> {
  const { given } = await verifyVector(described)
  return verify(String(given.text), optionsOfVector({ path, given, stages: {}, expect: {} }))
}

function failing({ checks }: Verdict): string | undefined {
  return checks.find(({ outcome }) => outcome === 'failed')?.code
}

const cases = [...verifyCases, ...revocationCases]
const failures = cases.filter(({ expect: { kind } }) => kind !== 'accepted')
const faulty = failures.filter(({ change, revocation }) => change !== undefined && revocation === undefined)

/** What a fault is made of when it is no change: the moment, the lists, the key or its times, or another document. */
const conditions = failures.filter((described) => !faulty.includes(described))

describe('One failure each', () => {
  it.each(faulty.map((described) => [described.id, described] as const))('%s', async (_, described) => {
    const { change: _change, ...rest } = described
    expect(failing(await judged(rest))).toBe(described.certificate?.hcert && 'content.no-rules')
    const verdict = await judged(described)
    expect(failing(verdict)).toBe(described.expect.code)
  })

  it('is one of these without a change in the certificate', () => {
    const folders = new Set(conditions.map(({ id }) => id.replace(/\/.*/, '')))
    expect([...folders]).toEqual(['text', 'container', 'signer', 'time', 'revocation'])
  })
})

describe('What is harmless', () => {
  const harmless = cases.filter(({ expect: { kind } }) => kind === 'accepted')

  it('outnumbers a hundred', () => {
    expect(harmless.length).toBeGreaterThan(100)
  })

  it.each(harmless.map((described) => [described.id, described] as const))('%s', async (_, described) => {
    expect((await judged(described)).kind).toBe('accepted')
  })
})
