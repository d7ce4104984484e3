import { describe, expect, it } from 'vitest'
import { checkChain } from '../../../src/trust/chain/index.ts'

interface ChainVector {
  readonly id: string
  readonly given: {
    readonly certificate: string
    readonly issuer: string
    readonly clock: string
    readonly issuedAt?: string
    readonly profile?: 'strict'
  }
  readonly expect: { readonly kind: string; readonly code?: string; readonly checks: Readonly<Record<string, string>> }
}

const files = import.meta.glob<ChainVector>('../../../../../test-vectors/chain/*.json', {
  eager: true,
  import: 'default',
})
const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

describe('a chain, in Node and in the browser', () => {
  it.each(Object.values(files))('$id', async ({ given, expect: expected }) => {
    const { trusted, checks } = await checkChain(bytesOf(given.certificate), bytesOf(given.issuer), {
      at: new Date(given.clock),
      ...(given.issuedAt && { issuedAt: new Date(given.issuedAt) }),
      ...(given.profile && { profile: given.profile }),
    })
    expect(trusted ? 'trusted' : 'refused').toBe(expected.kind)
    expect(checks.find(({ outcome }) => outcome === 'failed')?.code).toBe(expected.code)
    const unmet = checks.flatMap(({ name, outcome, code }) => (code ? [[name, outcome]] : []))
    expect(Object.fromEntries(unmet)).toEqual(expected.checks)
  })
})
