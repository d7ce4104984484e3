import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../../src/trust/base64.ts'
import { euBatches, type RevocationEntry } from '../../../../src/trust/publish/revocation/index.ts'
import { readEuBatch } from '../../../../src/trust/revocation/eu/eu-batch.ts'
import { uciHash } from '../../../../src/trust/revocation/revocation-hash.ts'
import { codeOf } from '../../../faults.ts'
import { AT, KID, OTHER_KID } from '../published.ts'

const today = Math.floor(AT.getTime() / 86_400_000)
const options = { country: 'VN', at: AT, lastDay: today + 30 }
const byUci = (index: number, rest: object = { kid: KID }): RevocationEntry => ({
  type: 'UCI',
  hash: uciHash(`sample ${index}`),
  ...rest,
})

describe('Batches for the gateway', () => {
  const entries = Array.from({ length: 2500 }, (_, index) => byUci(index))

  it('hold at most 1,000 entries, all of them together', () => {
    const batches = euBatches(entries, options)
    expect(batches.map((batch) => batch.entries.length)).toEqual([1000, 1000, 500])
    const hashes = batches.flatMap((batch) => readEuBatch(batch).hashes.map(writeBase64))
    expect(new Set(hashes)).toEqual(
      new Set(entries.map((entry) => (entry.type !== 'SIGNER' ? writeBase64(entry.hash) : ''))),
    )
  })

  it('are read back', () => {
    const [batch] = euBatches([byUci(1)], options)
    expect(batch).toEqual({
      country: 'VN',
      expires: '2022-07-02T00:00:00Z',
      kid: writeBase64(KID),
      hashType: 'UCI',
      entries: [{ hash: writeBase64(uciHash('sample 1')) }],
    })
    expect(readEuBatch(batch)).toEqual({
      country: 'VN',
      expires: Date.parse('2022-07-02T00:00:00Z') / 1000,
      kid: KID,
      type: 'UCI',
      hashes: [uciHash('sample 1')],
    })
  })

  it('are of one signer, one type and one last day each', () => {
    const mixed = [
      byUci(1),
      byUci(2, { kid: OTHER_KID }),
      byUci(3, {}),
      byUci(4, { kid: KID, lastDay: today }),
      { ...byUci(5), type: 'SIGNATURE' } as RevocationEntry,
    ]
    const batches = euBatches(mixed, options)
    expect(batches.map(({ kid, hashType, expires }) => [kid, hashType, expires.slice(0, 10)])).toEqual([
      ['UNKNOWN_KID', 'UCI', '2022-07-02'],
      [writeBase64(KID), 'SIGNATURE', '2022-07-02'],
      [writeBase64(KID), 'UCI', '2022-06-02'],
      [writeBase64(KID), 'UCI', '2022-07-02'],
      [writeBase64(OTHER_KID), 'UCI', '2022-07-02'],
    ])
    expect(euBatches(mixed.toReversed(), options)).toEqual(batches)
    expect(readEuBatch(batches[0]).kid).toBeUndefined()
  })

  it('leave out what has expired, what stands there twice, and whole signers', () => {
    const left = [byUci(1), byUci(1), byUci(2, { kid: KID, lastDay: today - 1 }), { type: 'SIGNER', kid: KID } as const]
    expect(euBatches(left, options).flatMap((batch) => batch.entries)).toHaveLength(1)
  })
})

describe('A batch of another state', () => {
  const right = {
    country: 'IT',
    expires: '2023-01-01T00:00:00Z',
    kid: writeBase64(KID),
    hashType: 'SIGNATURE',
    entries: [{ hash: writeBase64(new Uint8Array(16)) }],
  }

  it.each([
    ['no entries', { entries: [] }],
    ['1,001 entries', { entries: new Array(1001).fill(right.entries[0]) }],
    ['a hash of 32 bytes', { entries: [{ hash: writeBase64(new Uint8Array(32)) }] }],
    ['a hash that is no base64', { entries: [{ hash: '?'.repeat(24) }] }],
    ['another hash type', { hashType: 'signature' }],
    ['a country in small letters', { country: 'it' }],
    ['no kid', { kid: undefined }],
    ['no expiry', { expires: 'never' }],
  ])('is refused with %s', (_, changes) => {
    expect(codeOf(() => readEuBatch({ ...right, ...changes }))).toBe('list.shape')
  })

  it('is refused when it is no object', () => {
    for (const json of [null, 'x', [right], undefined]) expect(codeOf(() => readEuBatch(json))).toBe('list.shape')
  })
})
