import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readTrustList, writeTrustList } from '@vaxcert/core/trust'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { describe, expect, it } from 'vitest'
import { sampleNames, trustedNames } from '../../src/keys/sample-set.ts'

const folder = fileURLToPath(new URL('../../../../keys-sample/', import.meta.url))
const read = (file: string): string => readFileSync(folder + file, 'utf8')
const certificateOf = (name: string): X509Certificate => new X509Certificate(read(`${name}.pem`))
const signerOf = (name: string) => documentSignerFromCertificate(read(`${name}.pem`))

describe('the folder keys-sample', () => {
  it('holds the set, its lists and its README, and nothing else', () => {
    const files = sampleNames.flatMap((name) => [`${name}.pem`, `${name}.key.pem`])
    expect(readdirSync(folder).sort()).toEqual([...files, 'README.md', 'lists', 'trust-list.json'].sort())
    expect(read('README.md')).toMatch(/^# [^\n]*protect nothing/)
  })

  it.each(sampleNames)('has a key that fits the certificate, and a subject that says SAMPLE: %s', (name) => {
    const certificate = certificateOf(name)
    expect(certificate.checkPrivateKey(createPrivateKey(read(`${name}.key.pem`)))).toBe(true)
    expect(certificate.subject).toMatch(/CN=SAMPLE /)
    expect(certificate.subject).toMatch(/^C=VN\n/)
  })

  it('has every document signer but the stranger under the CSCA', () => {
    const csca = certificateOf('csca')
    for (const name of trustedNames) {
      expect(certificateOf(name).checkIssued(csca)).toBe(true)
      expect(certificateOf(name).verify(csca.publicKey)).toBe(true)
    }
    expect(certificateOf('stranger').issuer).toBe(csca.subject)
    expect(certificateOf('stranger').verify(csca.publicKey)).toBe(false)
    expect(certificateOf('stranger').verify(certificateOf('stranger-csca').publicKey)).toBe(true)
  })

  it.each([
    ['dsc-vaccination', 'ES256', ['vaccination'], '2036-04-01'],
    ['dsc-test', 'ES256', ['test'], '2036-04-01'],
    ['dsc-recovery', 'ES256', ['recovery'], '2036-04-01'],
    ['dsc-all', 'ES256', ['vaccination', 'test', 'recovery'], '2036-04-01'],
    ['dsc-legacy', 'ES256', ['vaccination'], '2036-04-01'],
    ['dsc-rsa', 'PS256', ['vaccination', 'test', 'recovery'], '2036-04-01'],
    ['dsc-expired', 'ES256', ['vaccination'], '2022-04-01'],
    ['stranger', 'ES256', ['vaccination', 'test', 'recovery'], '2036-04-01'],
  ])('has %s as its name says', (name, algorithm, usages, until) => {
    const [notBefore, notAfter] = [Date.parse('2021-04-01') / 1000, Date.parse(until) / 1000]
    expect(signerOf(name)).toMatchObject({ algorithm, country: 'VN', usages, notBefore, notAfter })
  })

  it('names the usage of dsc-legacy in the legacy family, and of dsc-vaccination in the current one', () => {
    expect(certificateOf('dsc-legacy').keyUsage).toEqual(['1.3.6.1.4.1.0.1847.2021.1.2'])
    expect(certificateOf('dsc-vaccination').keyUsage).toEqual(['1.3.6.1.4.1.1847.2021.1.2'])
  })

  it('trusts what the certificates say, the stranger left out', () => {
    const json: unknown = JSON.parse(read('trust-list.json'))
    expect(readTrustList(json).signers).toEqual(trustedNames.map(signerOf))
    expect(writeTrustList(trustedNames.map(signerOf))).toEqual(json)
  })
})
