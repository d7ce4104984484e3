import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import type { Profile } from '../../../src/dcc/types.ts'
import { checkChain } from '../../../src/trust/chain/index.ts'

interface Entry {
  readonly keyusage: { readonly code: string }
  readonly publicKeyJwk: { readonly x5c: readonly [dsc: string, csca: string] }
}

const file = `${inject('suites')}/gdhcn/trustlist-did.json`
const entries: readonly Entry[] =
  inject('suites') === null ? [] : JSON.parse(readFileSync(file, 'utf8')).verificationMethod
const chains = entries.filter(({ keyusage }) => keyusage.code === '#DSC').map(({ publicKeyJwk }) => publicKeyJwk.x5c)
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

/** How often each check did not pass, and how many chains are trusted. */
async function countAt(moment: (dsc: X509Certificate) => Date, profile: Profile): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [dsc, csca] of chains) {
    const at = moment(new X509Certificate(bytesOf(dsc)))
    const { trusted, checks } = await checkChain(bytesOf(dsc), bytesOf(csca), { at, profile })
    const words = checks.flatMap(({ outcome, code }) => (code ? `${outcome} ${code}` : []))
    for (const word of [trusted ? 'trusted' : 'refused', ...words]) counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}

describe.skipIf(chains.length === 0)('the document signers on the list of the WHO network', () => {
  it('stood under their CSCA when they began, but for five with SHA-1, two of another key, and three of a later CSCA', async () => {
    expect(await countAt((dsc) => new Date(dsc.validFrom), 'eu')).toEqual({
      trusted: 428,
      refused: 10,
      'failed chain.not-yet': 3,
      'failed chain.algorithm': 5,
      'failed chain.self-signature': 2,
      'failed chain.key-id': 2,
      'tolerated chain.not-self-issued': 71,
      'tolerated chain.key-id-wrapped': 10,
      'tolerated chain.v1': 4,
      'tolerated chain.ca-not-critical': 3,
    })
  })

  it('have expired for two thirds in August 2026, and the CSCAs of some before them', async () => {
    expect(await countAt(() => new Date('2026-08-22T00:00:00Z'), 'eu')).toMatchObject({
      trusted: 149,
      'failed chain.dsc-expired': 289,
      'tolerated chain.csca-expired': 81,
    })
  })

  it('are not all as one makes them oneself', async () => {
    expect(await countAt((dsc) => new Date(dsc.validFrom), 'strict')).toMatchObject({ trusted: 343, refused: 95 })
  })
})
