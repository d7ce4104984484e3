import { describe, expect, it } from 'vitest'
import { writeBase64 } from '../../../src/trust/base64.ts'
import { readCh } from '../../../src/trust/import/ch.ts'
import { asyncCodeOf } from '../../faults.ts'
import { makeCertificate } from './makers/certificates.ts'
import { makeJws } from './makers/jws.ts'
import { chKey, kidOf } from './makers/lists.ts'
import { anchor, france, noon, stranger, vietNam } from './makers/world.ts'

const root = makeCertificate({ name: 'SAMPLE Swiss root', country: 'CH', authority: true })
const signer = makeCertificate({ name: 'CH01-AppContentCertificate', country: 'CH', issuer: root })
const key = { spki: root.key.spki, certificate: root.der }

const signed = (payload: unknown, made = signer, chain = [made, root]): Uint8Array =>
  makeJws({ payload, key: made.key, chain })
const active = { activeKeyIds: [vietNam.dsc, france.dsc].map(kidOf), validDuration: 172_800_000, upTo: 7 }
const list = signed(active)
const pageOf = (...certs: readonly unknown[]): Uint8Array => signed({ certs })

const read = (...files: readonly Uint8Array[]) => readCh({ files, key, at: noon })

describe('Switzerland’s list', () => {
  it('gives the keys of all pages that are in use', async () => {
    const { signers, ...rest } = await read(pageOf(chKey(vietNam.dsc, 'sig')), list, pageOf(chKey(france.dsc, 'tr')))
    expect(signers.map(({ signer: { usages } }) => usages)).toEqual([
      ['vaccination', 'test', 'recovery'],
      ['test', 'recovery'],
    ])
    expect(signers[0]?.signer).toMatchObject({ spki: vietNam.dsc.key.spki, country: 'XX', algorithm: 'ES256' })
    const notes = ['undated', 'bare-keys', 'no-validity', 'no-country']
    expect(rest).toEqual({ format: 'ch', verified: true, dropped: [], notes })
  })

  it('drops keys that are not in use, sign no certificate of the EU, or are malformed', async () => {
    const base = chKey(vietNam.dsc, 'sig')
    const flawed = [
      chKey(stranger, 'sig'),
      chKey(vietNam.dsc, 'l'),
      { ...base, use: undefined },
      { ...base, alg: 'HS256' },
      { ...base, x: 'AAAA' },
      { ...base, x: base.y },
      { ...base, crv: 'P-384' },
      null,
    ]
    const { dropped } = await read(pageOf(...flawed), list)
    const reasons = ['inactive', 'usage', 'shape', 'shape', 'shape', 'key', 'shape', 'shape']
    expect(dropped.map(({ reason }) => reason)).toEqual(reasons)
    expect(dropped[0]).toEqual({ kid: kidOf(stranger), reason: 'inactive' })
  })

  it('reads RSA keys from their numbers', async () => {
    const { publicKey } = await crypto.subtle.generateKey(
      { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
      true,
      ['sign', 'verify'],
    )
    const { n = '' } = await crypto.subtle.exportKey('jwk', publicKey)
    const modulus = new Uint8Array(Buffer.from(n, 'base64url'))
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
    for (const bytes of [modulus, Uint8Array.of(0, ...modulus)]) {
      const rsa = { keyId: kidOf(vietNam.dsc), use: 'v', alg: 'RS256', n: writeBase64(bytes), e: 'AQAB' }
      const { signers } = await read(pageOf(rsa), list)
      expect(signers[0]?.signer).toMatchObject({ spki, algorithm: 'PS256', usages: ['vaccination'] })
    }
  })

  it('is refused unless every file is signed for the pinned root', async () => {
    const page = { certs: [] }
    const other = makeCertificate({ name: 'CH01-OtherCertificate', country: 'CH', issuer: root })
    const fake = makeCertificate({ name: 'CH01-AppContentCertificate', country: 'CH', keyLabel: 'fake' })
    const below = makeCertificate({ name: 'CH01-AppContentCertificate', keyLabel: 'below', issuer: signer })
    const forged = [
      signed(page, other),
      signed(page, fake),
      signed(page, below, [below, signer, root]),
      signed(page, fake, [signer, root]),
      signed(page, anchor, []),
    ]
    for (const file of forged) expect(await asyncCodeOf(read(file, list))).toBe('source.signature')
    expect(await asyncCodeOf(read(list, signed(page, signer, [signer]).slice(0, -4)))).toMatch(/^source/)
  })

  it('is as good when the signer is pinned', async () => {
    const source = { files: [pageOf(), list], key: { spki: signer.key.spki }, at: noon }
    expect(await readCh(source)).toMatchObject({ verified: true })
  })

  it('is refused without exactly one list of keys in use', async () => {
    expect(await asyncCodeOf(read(pageOf()))).toBe('source.shape')
    expect(await asyncCodeOf(read(pageOf(), pageOf()))).toBe('source.shape')
    expect(await asyncCodeOf(read(list, list))).toBe('source.shape')
    expect(await asyncCodeOf(read(list, signed({ certs: 7 })))).toBe('source.shape')
  })
})
