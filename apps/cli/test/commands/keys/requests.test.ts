import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Pkcs10CertificateRequestGenerator } from '../../../src/keys/x509-library.ts'
import { vaxcert } from '../../captured-io.ts'

const folder = mkdtempSync(join(tmpdir(), 'vaxcert-requests-'))
afterAll(() => rmSync(folder, { recursive: true }))

const now = new Date('2026-03-31T10:00:00Z')
const path = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(path(name), 'utf8')
const keys = (...args: readonly string[]) => vaxcert(['keys', ...args], { cwd: folder, now })
const hexOf = (name: string): string => new X509Certificate(read(name)).raw.toString('hex')

/** A request as the tools of an HSM would write it. */
async function requestFor(name: string, namedCurve = 'P-256'): Promise<string> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve }, false, ['sign', 'verify'])
  const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' }
  return (await Pkcs10CertificateRequestGenerator.create({ name, keys: pair, signingAlgorithm })).toString('pem')
}

beforeAll(async () => {
  await keys('csca', '--out', 'csca')
  await keys('request', '--out', 'asked', '--country', 'LA', '--common-name', 'SAMPLE asked')
})

describe('vaxcert keys request', () => {
  it('makes a key that its owner alone reads, and a request that proves it', async () => {
    const { code, stdout } = await keys('request', '--out', 'new/key', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({ request: 'new/key.csr.pem', privateKey: 'new/key.key.pem' })
    expect(statSync(path('new/key.key.pem')).mode & 0o777).toBe(0o600)
    expect(read('new/key.csr.pem')).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----\n/)
  })

  it('refuses a name without SAMPLE, an unknown country, and files that are there', async () => {
    expect(await keys('request', '--out', 'x', '--common-name', 'Ministry')).toMatchObject({ code: 2 })
    expect(await keys('request', '--out', 'x', '--country', 'QQ')).toMatchObject({ code: 2 })
    expect(await keys('request', '--out', 'asked')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/keys\.exists/),
    })
    expect(existsSync(path('x.csr.pem'))).toBe(false)
  })
})

describe('vaxcert keys dsc --request', () => {
  it('certifies the name and the key of the request, and writes no private key', async () => {
    const { code, stdout } = await keys(
      'dsc',
      '--csca',
      'csca',
      '--request',
      'asked.csr.pem',
      '--out',
      'issued',
      '--json',
    )
    expect(code).toBe(0)
    const certificate = new X509Certificate(read('issued.pem'))
    expect(certificate.subject).toBe('C=LA\nO=SAMPLE Authority\nCN=SAMPLE asked')
    expect(certificate.checkPrivateKey(createPrivateKey(read('asked.key.pem')))).toBe(true)
    expect(certificate.checkIssued(new X509Certificate(read('csca.pem')))).toBe(true)
    expect(certificate.verify(new X509Certificate(read('csca.pem')).publicKey)).toBe(true)
    expect(Object.keys(JSON.parse(stdout))).toEqual(['certificate', 'kid'])
    expect(existsSync(path('issued.key.pem'))).toBe(false)
  })

  it('certifies any name, for a key that was born elsewhere', async () => {
    writeFileSync(path('hsm.csr.pem'), await requestFor('C=VN, O=Ministry of Health, CN=DSC VN 01'))
    expect(await keys('dsc', '--csca', 'csca', '--request', 'hsm.csr.pem', '--out', 'real')).toMatchObject({ code: 0 })
    expect(new X509Certificate(read('real.pem')).subject).toBe('C=VN\nO=Ministry of Health\nCN=DSC VN 01')
  })

  it.each([
    ['no country', 'CN=DSC', 'P-256'],
    ['two countries', 'C=VN, C=LA, CN=DSC', 'P-256'],
    ['a country in small letters', 'C=vn, CN=DSC', 'P-256'],
    ['a country that is none', 'C=QQ, CN=DSC', 'P-256'],
    ['a key on another curve', 'C=VN, CN=DSC', 'P-384'],
  ])('refuses a request with %s', async (_, name, curve) => {
    writeFileSync(path('odd.csr.pem'), await requestFor(name, curve))
    const ran = await keys('dsc', '--csca', 'csca', '--request', 'odd.csr.pem', '--out', 'odd')
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/keys\.request/) })
    expect(existsSync(path('odd.pem'))).toBe(false)
  })

  it('certifies RSA too', async () => {
    await keys('request', '--out', 'rsa', '--algorithm', 'PS256')
    expect(await keys('dsc', '--csca', 'csca', '--request', 'rsa.csr.pem', '--out', 'rsa')).toMatchObject({ code: 0 })
    expect(documentSignerFromCertificate(read('rsa.pem')).algorithm).toBe('PS256')
  })

  it('refuses a request that was changed, that is none, and what the request says already', async () => {
    const der = Buffer.from(read('asked.csr.pem').replace(/-----.*-----|\n/g, ''), 'base64')
    der[der.indexOf('asked')] = 0x41
    const pem = `-----BEGIN CERTIFICATE REQUEST-----\n${der.toString('base64')}\n-----END CERTIFICATE REQUEST-----\n`
    writeFileSync(path('changed.csr.pem'), pem)
    writeFileSync(path('long.csr.pem'), pem.repeat(80))
    const make = (file: string, ...more: readonly string[]) =>
      keys('dsc', '--csca', 'csca', '--request', file, '--out', 'never', ...more)
    expect(await make('changed.csr.pem')).toMatchObject({ code: 2, stderr: expect.stringMatching(/keys\.request/) })
    expect(await make('long.csr.pem')).toMatchObject({ code: 2, stderr: expect.stringMatching(/keys\.unreadable/) })
    expect(await make('csca.pem')).toMatchObject({ code: 2, stderr: expect.stringMatching(/keys\.unreadable/) })
    expect(await make('nowhere.pem')).toMatchObject({ code: 2, stderr: expect.stringMatching(/keys\.unreadable/) })
    expect(await make('asked.csr.pem', '--common-name', 'SAMPLE other')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--request/),
    })
    expect(existsSync(path('never.pem'))).toBe(false)
  })
})

describe('what vaxcert keys writes into a certificate', () => {
  it('lasts as long as the WHO network recommends, from today', async () => {
    await keys('dsc', '--csca', 'csca', '--out', 'dsc')
    const dates = (name: string) => {
      const { validFrom, validTo } = new X509Certificate(read(name))
      return [validFrom, validTo].map((date) => new Date(date).toISOString().slice(0, 10))
    }
    expect(dates('csca.pem')).toEqual(['2026-03-31', '2030-03-31'])
    expect(dates('dsc.pem')).toEqual(['2026-03-31', '2028-03-31'])
    const period = (until: string): string =>
      Buffer.from(`\x80\x0f20260331000000Z\x81\x0f${until}000000Z`, 'latin1').toString('hex')
    expect(hexOf('csca.pem')).toContain(`0603551d1004243022${period('20270331')}`)
    expect(hexOf('dsc.pem')).toContain(period('20260930'))
  })

  it('takes periods and a revocation list as they are asked for', async () => {
    const url = 'https://example.org/csca.crl'
    const asked = ['--from', '2026-01-01', '--until', '2026-12-31', '--key-until', '2026-02-01', '--crl', url]
    expect(await keys('dsc', '--csca', 'csca', '--out', 'own', ...asked)).toMatchObject({ code: 0 })
    expect(hexOf('own.pem')).toContain(Buffer.from('20260201000000Z').toString('hex'))
    expect(hexOf('own.pem')).toContain(Buffer.from(url).toString('hex'))
    for (const wrong of [
      ['--key-until', '2027-01-01'],
      ['--key-until', '2025-12-31'],
      ['--crl', 'ftp://example.org'],
    ]) {
      expect(await keys('dsc', '--csca', 'csca', '--out', 'wrong', ...asked, ...wrong)).toMatchObject({ code: 2 })
    }
    expect(await keys('csca', '--out', 'wrong', '--from', '2026-01-02', '--until', '2026-01-01')).toMatchObject({
      code: 2,
    })
  })

  it('ends the key with a certificate that is shorter than the key would be', async () => {
    await keys('dsc', '--csca', 'csca', '--out', 'short', '--from', '2026-01-01', '--until', '2026-02-01')
    expect(hexOf('short.pem')).toContain(Buffer.from('\x81\x0f20260201000000Z', 'latin1').toString('hex'))
  })

  it('names purposes in both families', async () => {
    await keys('dsc', '--csca', 'csca', '--out', 'both', '--eku', 'both', '--usages', 'test')
    expect(new X509Certificate(read('both.pem')).keyUsage).toEqual([
      '1.3.6.1.4.1.1847.2021.1.1',
      '1.3.6.1.4.1.0.1847.2021.1.1',
    ])
  })
})
