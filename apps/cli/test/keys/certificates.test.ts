import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { documentSignerFromCertificate, usageOid } from '@vaxcert/core/trust/x509'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CertifiedKey, type DscRequest, makeCsca, makeDsc, makeSelfSigned } from '../../src/keys/certificates.ts'

const subject = { country: 'VN', organisation: 'SAMPLE Bộ Y tế', commonName: 'SAMPLE DSC' }
const request: DscRequest = {
  subject,
  notBefore: new Date('2021-04-01T00:00:00Z'),
  notAfter: new Date('2036-04-01T00:00:00Z'),
  algorithm: 'ES256',
  keyPurposes: [],
}
const cscaRequest = { ...request, subject: { ...subject, commonName: 'SAMPLE CSCA' } }
const refused = expect.objectContaining({ name: 'Fault', code: 'keys.unreadable' })

let csca: CertifiedKey
beforeAll(async () => {
  csca = await makeCsca(cscaRequest)
})

describe('a sample CSCA', () => {
  it('signs itself, is a CA, and names its holder', () => {
    const certificate = new X509Certificate(csca.certificate)
    expect(certificate.ca).toBe(true)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.checkIssued(certificate)).toBe(true)
    expect(certificate.subject).toBe('C=VN\nO=SAMPLE Bộ Y tế\nCN=SAMPLE CSCA')
  })

  it('may have no CA below it and may sign nothing but certificates and lists', () => {
    const der = new X509Certificate(csca.certificate).raw.toString('hex')
    expect(der).toContain('0603551d130101ff040830060101ff020100') // basicConstraints, critical: CA, path length 0
    expect(der).toContain('0603551d0f0101ff040403020106') // keyUsage, critical: keyCertSign, cRLSign
  })
})

describe('a sample document signer', () => {
  it('is signed by the CSCA, and its key is the one of its certificate', async () => {
    const dsc = await makeDsc(request, csca)
    const [certificate, issuer] = [new X509Certificate(dsc.certificate), new X509Certificate(csca.certificate)]
    expect(certificate.checkIssued(issuer)).toBe(true)
    expect(certificate.verify(issuer.publicKey)).toBe(true)
    expect(certificate.ca).toBe(false)
    expect(certificate.checkPrivateKey(createPrivateKey(dsc.privateKey))).toBe(true)
  })

  it('may do nothing but sign, and says whose key signed it', async () => {
    const der = new X509Certificate((await makeDsc(request, csca)).certificate).raw.toString('hex')
    const cscaKeyId = /0603551d0e04160414(.{40})/.exec(new X509Certificate(csca.certificate).raw.toString('hex'))?.[1]
    expect(der).toContain('0603551d0f0101ff040403020780') // keyUsage, critical: digitalSignature
    expect(der).toContain(`0603551d23041830168014${cscaKeyId}`)
  })

  it('is not the CSCA’s when another CSCA of the same name signed it', async () => {
    const lookalike = await makeCsca(cscaRequest)
    const certificate = new X509Certificate((await makeDsc(request, lookalike)).certificate)
    expect(certificate.issuer).toBe(new X509Certificate(csca.certificate).subject)
    expect(certificate.checkIssued(new X509Certificate(csca.certificate))).toBe(false)
    expect(certificate.verify(createPublicKey(csca.certificate))).toBe(false)
  })

  it.each([
    ['the current family', [usageOid('vaccination', 'current')], ['vaccination']],
    ['the legacy family', [usageOid('test', 'legacy'), usageOid('recovery', 'legacy')], ['test', 'recovery']],
    ['no key purpose', [], ['vaccination', 'test', 'recovery']],
  ] as const)('reads back with %s', async (_, keyPurposes, usages) => {
    const dsc = await makeDsc({ ...request, keyPurposes }, csca)
    expect(new X509Certificate(dsc.certificate).keyUsage ?? []).toEqual(keyPurposes)
    expect(documentSignerFromCertificate(dsc.certificate)).toMatchObject({
      algorithm: 'ES256',
      country: 'VN',
      usages,
      notBefore: 1_617_235_200,
      notAfter: 2_090_620_800,
    })
  })

  it('is RSA-2048 for PS256', async () => {
    const dsc = await makeDsc({ ...request, algorithm: 'PS256' }, csca)
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(dsc.privateKey)
    expect(asymmetricKeyType).toBe('rsa')
    expect(asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n })
    expect(documentSignerFromCertificate(dsc.certificate).algorithm).toBe('PS256')
  })

  it('has a serial number of its own, positive and 16 bytes long', async () => {
    const serials = await Promise.all([1, 2, 3].map(async () => (await makeDsc(request, csca)).certificate))
    const numbers = serials.map((pem) => new X509Certificate(pem).serialNumber)
    expect(new Set(numbers).size).toBe(3)
    for (const number of numbers) expect(number).toMatch(/^[4-7][0-9A-F]{31}$/)
  })
})

describe('what cannot be made', () => {
  it('refuses a name without the word SAMPLE', async () => {
    const named = { ...request, subject: { ...subject, commonName: 'Ministry of Health' } }
    await expect(makeCsca(named)).rejects.toThrow(TypeError)
    await expect(makeDsc(named, csca)).rejects.toThrow(TypeError)
    await expect(makeSelfSigned(named)).rejects.toThrow(TypeError)
  })

  it('refuses a CSCA that is no certificate, no key, or RSA', async () => {
    const rsa = await makeDsc({ ...request, algorithm: 'PS256' }, csca)
    const broken = [
      { ...csca, certificate: '' },
      { ...csca, certificate: 'rubbish' },
      { ...csca, privateKey: '' },
      { ...csca, privateKey: csca.certificate },
      rsa,
    ]
    for (const issuer of broken) await expect(makeDsc(request, issuer)).rejects.toThrow(refused)
  })
})

describe('what our own check refuses', () => {
  const chain = expect.objectContaining({ name: 'Fault', code: 'keys.chain' })

  it('is not handed out: a document signer under one that is no CA', async () => {
    await expect(makeDsc(request, await makeDsc(request, csca))).rejects.toThrow(chain)
    await expect(makeDsc(request, await makeSelfSigned(request))).rejects.toThrow(chain)
  })

  it('is not handed out: a document signer under the certificate of another key', async () => {
    const { privateKey } = await makeCsca(cscaRequest)
    await expect(makeDsc(request, { ...csca, privateKey })).rejects.toThrow(chain)
  })
})

describe('a key that stands alone', () => {
  it('signs itself without being a CA', async () => {
    const certificate = new X509Certificate((await makeSelfSigned(request)).certificate)
    expect(certificate.ca).toBe(false)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
  })
})
