import type { ForeignList } from '@vaxcert/core/trust/import'
import { describe, expect, it } from 'vitest'
import { importJson, importText } from '../../src/trust/import-text.ts'

const signer = (country: string, kid: number) => ({
  signer: {
    kid: new Uint8Array(8).fill(kid),
    spki: new Uint8Array(),
    algorithm: 'ES256' as const,
    country,
    usages: [],
    notBefore: 0,
    notAfter: 1,
  },
})

const list: ForeignList = {
  format: 'at',
  verified: true,
  issuedAt: 1_654_041_600,
  signers: [signer('VN', 1), signer('FR', 2), signer('VN', 3)],
  dropped: [
    { reason: 'shape' },
    { kid: 'AAAAAAAAAAA=', country: 'DE', reason: 'key' },
    { country: 'DE', reason: 'shape' },
  ],
  notes: ['bare-keys'],
}

describe('what an import tells', () => {
  it('people: how fresh, how many of each country, and each reason once', () => {
    expect(importText(list).split('\n')).toEqual([
      "This is Austria's list (hcert-kotlin, version 2), signed under the pinned key, made 2022-06-01T00:00:00Z.",
      'Kept 3 signers: FR 1, VN 2.',
      'Left out 2, since a part of the entry is missing or malformed (shape):',
      '  without a kid',
      '  without a kid  DE',
      'Left out 1, since no certificate can be verified with a key of this kind (key):',
      '  AAAAAAAAAAA=  DE',
      'Some keys come without certificates: that kid and key belong together is the word of the source alone.',
      '',
    ])
  })

  it('programs: the same, by its codes', () => {
    expect(importJson(list)).toEqual({
      format: 'at',
      verified: true,
      issuedAt: '2022-06-01T00:00:00Z',
      signers: ['AQEBAQEBAQE=', 'AgICAgICAgI=', 'AwMDAwMDAwM='],
      countries: { FR: 1, VN: 2 },
      dropped: list.dropped,
      notes: ['bare-keys'],
    })
  })
})
