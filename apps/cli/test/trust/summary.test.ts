import { denyList, type RevocationIndex } from '@vaxcert/core/trust'
import { describe, expect, it } from 'vitest'
import { summaryOf } from '../../src/trust/summary.ts'
import { detailText, listLines } from '../../src/trust/summary-text.ts'
import { authorityOf, NOW } from '../sample-certificates.ts'

const signer = authorityOf('dsc-all').documentSigner
const expired = authorityOf('dsc-expired').documentSigner
const chunk = (members: number) => ({ sha256: 'ab', members, prefix: 0, bits: 1 })

const revocation: RevocationIndex = {
  edition: 4,
  deltas: [],
  signers: new Map([
    ['a', { whole: true, lists: [] }],
    ['b', { whole: false, lists: [{ kid: signer.kid, type: 'UCI', bits: 1, chunks: [chunk(3), chunk(4)] }] }],
    ['c', { whole: false, lists: [{ kid: signer.kid, type: 'SIGNATURE', bits: 1, chunks: [undefined, chunk(1)] }] }],
  ]),
}

describe('the summary of lists', () => {
  it('counts signers by country, those in force, and says when the first of these ends', () => {
    const signers = [signer, expired, { ...expired, country: 'LA' }]
    expect(summaryOf({ trust: { signers } }, NOW).trust).toEqual({
      signers: 3,
      countries: [
        { country: 'LA', signers: 1, inForce: 0 },
        { country: 'VN', signers: 2, inForce: 1, nextExpiry: '2036-04-01T00:00:00Z' },
      ],
    })
  })

  it('counts what is revoked one by one and as a whole', () => {
    const summary = summaryOf({ revocation }, NOW)
    expect(summary.revocation).toEqual({ revoked: 8, wholeSigners: 1, edition: 4 })
    expect(listLines(summary).get('revocation')).toBe('8 revoked and all of 1 signer, edition 4')
  })

  it('leaves out the lists that are not there', () => {
    const summary = summaryOf({ denied: denyList([]) }, NOW)
    expect(summary).toEqual({ deny: { denied: 0 } })
    expect([...listLines(summary)]).toEqual([['deny', '0 denied']])
    expect(detailText(summary)).toBe('')
  })

  it('is told by country, and who has none in force', () => {
    expect(detailText(summaryOf({ trust: { signers: [expired] } }, NOW))).toBe(
      'Signers\n  VN  1 signer, none in force\n',
    )
  })
})
