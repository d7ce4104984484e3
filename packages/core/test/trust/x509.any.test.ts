import { describe, expect, it } from 'vitest'
import { readTrustList, trustList, writeTrustList } from '../../src/trust/trust-list.ts'
import { documentSignerFromCertificate, usageOid } from '../../src/trust/x509.ts'
import { makeCertificate } from './certificate-maker.ts'

describe('from a certificate to a trust list, in Node and in the browser', () => {
  it('finds the signer of a certificate again after a way through JSON', async () => {
    const signer = documentSignerFromCertificate(await makeCertificate({ keyPurposes: [usageOid('test', 'current')] }))
    const list = readTrustList(JSON.parse(JSON.stringify(writeTrustList(trustList([signer]).signers))))
    expect(list.candidates(signer.kid)).toEqual([signer])
    expect(signer).toMatchObject({ country: 'VN', usages: ['test'], algorithm: 'ES256' })
  })
})
