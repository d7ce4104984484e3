import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countryUciHash,
  HASH_BYTES,
  revocationHashes,
  signatureHash,
  uciHash,
} from '../../../src/trust/revocation/revocation-hash.ts'
import { bytes } from '../../cose/hex.ts'
import { codeOf } from '../../faults.ts'
import { subject } from './published.ts'

const { ci, signature } = subject

function first16(input: Uint8Array | string): Uint8Array {
  return sha256(typeof input === 'string' ? new TextEncoder().encode(input) : input).slice(0, HASH_BYTES)
}

describe('A revocation hash', () => {
  it('is the first half of SHA-256', () => {
    expect(uciHash('abc')).toEqual(bytes('ba7816bf8f01cfea414140de5dae2223'))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(uciHash(text)).toEqual(first16(text))
      }),
    )
  })

  it('of ES256 takes r alone, so that (r, n − s) has the same one', () => {
    const flipped = signature.map((byte, index) => (index < 32 ? byte : byte ^ 0xff))
    expect(signatureHash('ES256', signature)).toEqual(first16(signature.subarray(0, 32)))
    expect(signatureHash('ES256', flipped)).toEqual(signatureHash('ES256', signature))
  })

  it('of PS256 takes the whole signature', () => {
    const pss = new Uint8Array(256).fill(7)
    expect(signatureHash('PS256', pss)).toEqual(first16(pss))
    expect(signatureHash('PS256', pss)).not.toEqual(signatureHash('PS256', pss.with(255, 8)))
  })

  it.each([0, 32, 63, 65, 66, 70, 96])(
    'of ES256 refuses a signature of %i bytes: padded, it would have another one',
    (length) => {
      expect(codeOf(() => signatureHash('ES256', new Uint8Array(length)))).toBe('cose.shape')
    },
  )

  it('puts nothing between country and identifier', () => {
    expect(countryUciHash('VN', ci)).toEqual(first16(`VN${ci}`))
  })

  it('keeps prefix and check character: they are part of the identifier', () => {
    const spellings = [ci, ci.slice(0, -2), ci.replace('URN:UVCI:', ''), ci.toLowerCase()]
    expect(new Set(spellings.map((spelling) => uciHash(spelling).join())).size).toBe(spellings.length)
  })
})

describe('The hashes of a certificate', () => {
  it('try the country of iss and that of co', () => {
    expect(revocationHashes('COUNTRYCODEUCI', { ...subject, issuer: 'SM', country: 'VN' })).toEqual([
      countryUciHash('SM', ci),
      countryUciHash('VN', ci),
    ])
  })

  it('are those of its signature alone where it has no identifier', () => {
    const { ci: _, country: __, ...document } = subject
    expect(revocationHashes('UCI', document)).toEqual([])
    expect(revocationHashes('COUNTRYCODEUCI', document)).toEqual([])
    expect(revocationHashes('SIGNATURE', document)).toHaveLength(1)
  })

  it('are one where both are the same, or there is no iss', () => {
    const { issuer: _, ...withoutIssuer } = subject
    for (const certificate of [subject, withoutIssuer]) {
      expect(revocationHashes('COUNTRYCODEUCI', certificate)).toEqual([countryUciHash('VN', ci)])
    }
  })
})
