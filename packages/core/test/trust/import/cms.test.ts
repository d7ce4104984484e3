import { describe, expect, it } from 'vitest'
import { derTag, writeDer } from '../../../src/cose/der.ts'
import { readSigningCertificate } from '../../../src/trust/import/certificate.ts'
import { isSignedBy, isSignedByPinned, readCms } from '../../../src/trust/import/cms.ts'
import { codeOf } from '../../faults.ts'
import { makeCertificate } from './makers/certificates.ts'
import { type CmsPlan, makeAttribute, makeCms, ordinaryAttributes } from './makers/cms.ts'
import { stranger, vietNam } from './makers/world.ts'

const content = new TextEncoder().encode('SAMPLE content')
const signer = vietNam.uploader
const certificate = readSigningCertificate(signer.der)
const make = (plan: Partial<CmsPlan> = {}) => makeCms({ content, signer, ...plan })
const isRight = (message: Uint8Array, of = content) => isSignedBy(readCms(message), of, certificate)

describe('a CMS message', () => {
  it('is right under the key that signed it, over the content that was signed', async () => {
    expect(await isRight(make())).toBe(true)
    expect(await isRight(make(), content.subarray(1))).toBe(false)
    expect(await isSignedBy(readCms(make()), content, readSigningCertificate(stranger.der))).toBe(false)
    expect(await isSignedByPinned(readCms(make()), content, { spki: signer.key.spki })).toBe(true)
    expect(await isSignedByPinned(readCms(make()), content, { spki: stranger.key.spki })).toBe(false)
  })

  it('gives the content that it carries', () => {
    expect(readCms(make({ enveloped: true })).content).toEqual(content)
    expect(readCms(make()).content).toBeUndefined()
    expect(readCms(make()).certificates).toEqual([certificate])
  })

  it('is not right for a certificate with the same key that it does not name', async () => {
    const renewed = makeCertificate({ name: 'SAMPLE renewed', keyLabel: 'SAMPLE UPLOAD VN' })
    expect(await isSignedBy(readCms(make()), content, readSigningCertificate(renewed.der))).toBe(false)
  })

  it('is refused with two signers, and with none', () => {
    expect(codeOf(() => readCms(make({ second: stranger })))).toBe('source.shape')
  })

  it('is refused without signed attributes, or with others than it must have', () => {
    const [type, digest] = ordinaryAttributes(content)
    if (type === undefined || digest === undefined) throw new TypeError('attributes')
    const id = digest.attrType
    const octets = writeDer(derTag.octetString, new Uint8Array(32))
    const wrong = [
      [],
      [type],
      [digest],
      [type, digest, digest],
      [type, type, digest],
      [type, makeAttribute(id)],
      [type, makeAttribute(id, octets, octets)],
      [type, makeAttribute(id, writeDer(derTag.integer, new Uint8Array(32)))],
      [type, makeAttribute(id, Uint8Array.of(0x24, 0x04, 0x04, 0x02, 1, 2))],
      [makeAttribute(type.attrType, writeDer(derTag.objectIdentifier, Uint8Array.of(0x2a, 3))), digest],
    ]
    for (const attributes of wrong) expect(codeOf(() => readCms(make({ attributes })))).toBe('source.shape')
    expect(codeOf(() => readCms(make({ withoutAttributes: true })))).toBe('source.shape')
  })

  it('is signed over its attributes in the order of DER, whatever order they come in', async () => {
    const [type, digest] = ordinaryAttributes(content)
    if (type === undefined || digest === undefined) throw new TypeError('attributes')
    expect(await isRight(make({ attributes: [type, digest] }))).toBe(true)
    expect(await isRight(make({ attributes: [digest, type] }))).toBe(false)
  })

  it('is refused when it names its signer in bytes that are no name', () => {
    const message = make()
    const country = Buffer.from(message).lastIndexOf(Uint8Array.of(0x13, 2, 0x56, 0x4e))
    message[country] = 0x01
    expect(codeOf(() => readCms(message))).toBe('source.shape')
  })

  it('is refused with SHA-1, and is not right with a hash other than the one of its signature', async () => {
    expect(codeOf(() => readCms(make({ digestAlgorithm: '1.3.14.3.2.26' })))).toBe('source.shape')
    expect(await isRight(make({ digestAlgorithm: '2.16.840.1.101.3.4.2.2' }))).toBe(false)
  })

  it('is refused when it is cut, too large, or something else', () => {
    const message = make()
    for (let length = 0; length < message.length; length += 13) {
      expect(codeOf(() => readCms(message.subarray(0, length)))).toBe('source.shape')
    }
    expect(codeOf(() => readCms(new Uint8Array(65_537)))).toBe('source.shape')
    expect(codeOf(() => readCms(signer.der))).toBe('source.shape')
    expect(codeOf(() => readCms(new Uint8Array(60_000).fill(0x30)))).toBe('source.shape')
    expect(codeOf(() => readCms(new Uint8Array(60_000).map((_, at) => (at % 2 ? 0x80 : 0x30))))).toBe('source.shape')
  })
})
