import { describe, expect, it } from 'vitest'
import type { Signer } from '../../../../src/cose/signer.ts'
import { readBase64Url, writeBase64 } from '../../../../src/trust/base64.ts'
import { readDidDocument } from '../../../../src/trust/import/gdhcn/did-document.ts'
import { readGdhcn } from '../../../../src/trust/import/gdhcn/index.ts'
import { writeDidDocument } from '../../../../src/trust/publish/did/index.ts'
import { certificateKid, documentSignerFromCertificate } from '../../../../src/trust/x509.ts'
import { csca, dsc, makeDsc, makeProofKey, plan, proofKey, sourceOf, writePlan } from '../../import/gdhcn/documents.ts'

describe('a DID document that we write, in Node and in the browser', () => {
  it('is read again, with every signer as it was', async () => {
    const list = await readGdhcn(sourceOf(await writePlan()))
    expect(list.signers).toEqual([{ signer: documentSignerFromCertificate(dsc), certificate: dsc }])
    expect(list.notes).toEqual([])
  })

  it('is the same for the same plan, and another with another nonce', async () => {
    expect(await writePlan()).toBe(await writePlan())
    expect(await writePlan({ nonce: 'other' })).not.toBe(await writePlan())
  })

  it('names its keys as WHO does, with numbers as long as the curve demands', async () => {
    const { verificationMethod } = readDidDocument(new TextEncoder().encode(await writePlan()))
    const kids = [csca, dsc].map((certificate) => writeBase64(certificateKid(certificate)))
    expect(verificationMethod.map(({ id }) => id)).toEqual([
      `did:web:example.org:v2:trustlist:DCC:VNM:SCA#${kids[0]}`,
      `did:web:example.org:v2:trustlist:DCC:VNM:DSC#${kids[1]}`,
    ])
    for (const { publicKeyJwk } of verificationMethod) {
      expect(Object.keys(publicKeyJwk)).toEqual(['kty', 'kid', 'x5c', 'crv', 'x', 'y'])
      const numbers = publicKeyJwk.kty === 'EC' ? [publicKeyJwk.x, publicKeyJwk.y] : []
      expect(numbers.map((number) => readBase64Url(number)?.length)).toEqual([32, 32])
    }
  })

  it('writes RSA keys too', async () => {
    const rsa = { name: 'RSA-PSS', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' }
    const { publicKey } = await crypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
    const certificate = await makeDsc({ spki })
    const text = await writePlan({ keys: [{ certificate, usage: 'DSC', country: 'VN', csca }] })
    expect(text).toContain('"e":"AQAB"')
    expect((await readGdhcn(sourceOf(text))).signers).toMatchObject([{ signer: { algorithm: 'PS256' } }])
  })

  it('holds signatures of every length that DER gives them', async () => {
    for (let nonce = 0; nonce < 40; nonce += 1)
      await expect(readGdhcn(sourceOf(await writePlan({ nonce: `n${nonce}` })))).resolves.toMatchObject({
        verified: true,
      })
  })

  it('is not written for what readers would refuse', async () => {
    const key = { certificate: dsc, usage: 'DSC', country: 'VN' } as const
    await expect(writePlan({ keys: [{ ...key, country: 'XX' }] })).rejects.toThrow(TypeError)
    await expect(writePlan({ keys: [key, key] })).rejects.toThrow(TypeError)
    await expect(writePlan({ id: 'https://example.org' })).rejects.toThrow(TypeError)
    await expect(writePlan({ nonce: 'a b' })).rejects.toThrow(TypeError)
    await expect(writePlan({ keys: [{ ...key, domain: 'D CC' }] })).rejects.toThrow(TypeError)
    await expect(writePlan({ keys: [{ ...key, certificate: new Uint8Array(3) }] })).rejects.toThrow()
  })

  it('is signed with ES256 only, and read under the key that signed it only', async () => {
    const rsa: Signer = { ...proofKey.signer, algorithm: 'PS256' }
    await expect(writeDidDocument(plan, rsa)).rejects.toThrow(TypeError)
    const stranger = await makeProofKey()
    const source = sourceOf(await writeDidDocument(plan, stranger.signer))
    await expect(readGdhcn(source)).rejects.toMatchObject({ code: 'source.signature' })
  })
})
