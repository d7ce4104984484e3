import { beforeAll, describe, expect, it } from 'vitest'
import { readPublicKey } from '../../../../src/cose/keys.ts'
import type { ForeignList } from '../../../../src/trust/import/foreign-list.ts'
import { readGdhcn } from '../../../../src/trust/import/gdhcn/index.ts'
import { folder, realSource, realText } from './real-list.ts'

/** How often each word comes, by word. */
function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

/** Of 501 keys: 438 DSCs, 61 CSCAs, 2 of another use; 5 of the DSCs are of an invented state. */
const dscsByCountry = {
  ...{ AD: 2, AL: 5, AM: 4, BE: 8, BJ: 2, BR: 1, CY: 3, CZ: 3, EE: 12, ES: 50, FI: 10, FO: 7, FR: 113, ID: 1, IE: 5 },
  ...{ IO: 1, IS: 6, LT: 10, LV: 1, MC: 10, MT: 36, NL: 75, NZ: 39, OM: 2, PL: 3, PT: 9, SE: 2, SI: 3, SM: 3, TG: 2 },
  ...{ TH: 3, TR: 2, XH: 5 },
}

describe.skipIf(folder === null)("WHO's production list of 22 August 2026, in figures", () => {
  let list: ForeignList

  beforeAll(async () => {
    list = await readGdhcn({ ...(await realSource()), testParticipants: true })
  })

  it('has document signers of 32 members and one invented state', () => {
    expect(tally(list.signers.map(({ signer }) => signer.country))).toEqual(dscsByCountry)
  })

  it('lets most of them sign everything', () => {
    const usages = list.signers.map(({ signer }) => signer.usages.join(' '))
    const all = 'vaccination test recovery'
    expect(tally(usages)).toEqual({ [all]: 315, vaccination: 41, test: 41, recovery: 41 })
  })

  it('has 425 keys on P-256 and 13 of RSA, one of them under two kids', () => {
    expect(tally(list.signers.map(({ signer }) => signer.algorithm))).toEqual({ ES256: 425, PS256: 13 })
    expect(new Set(list.signers.map(({ signer }) => String(readPublicKey(signer.spki).spki))).size).toBe(437)
  })

  it('keeps the 289 that had expired when it was made', () => {
    const expired = list.signers.filter(({ signer }) => signer.notAfter < (list.issuedAt ?? 0))
    expect(expired).toHaveLength(289)
  })

  it('drops CSCAs and two keys of another use, each by kid and country, and nothing else', () => {
    expect(tally(list.dropped.map(({ reason }) => reason))).toEqual({ 'not-a-signer': 63 })
    expect(list.dropped.every(({ kid, country }) => kid?.length === 12 && country?.length === 2)).toBe(true)
    const silent = ['MY', 'SG', 'SK'].map((state) => list.dropped.filter(({ country }) => country === state).length)
    expect(silent).toEqual([1, 2, 1])
  })

  it('shows a CSCA for every DSC, but not how those of five signed: with SHA-1', () => {
    expect(list.notes).toEqual(['chain-open'])
  })

  it('is written as JSON.stringify writes it', async () => {
    const text = await realText()
    expect(JSON.stringify(JSON.parse(text)) === text).toBe(true)
  })
})
