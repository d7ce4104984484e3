import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AsnConvert } from '@peculiar/asn1-schema'
import * as pkijs from 'pkijs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSignedByPinned, readCms } from '../../../src/trust/import/cms.ts'
import { readPinnedKey } from '../../../src/trust/import/pinned-key.ts'
import { usageOid } from '../../../src/trust/x509.ts'
import { codeOf } from '../../faults.ts'
import { makeCertificate } from '../certificate-maker.ts'
import { ordinaryAttributes } from './makers/cms.ts'

const content = new TextEncoder().encode('SAMPLE content\n'.repeat(400))
const openssl = spawnSync('openssl', ['version']).status === 0
if (!openssl) console.error('No openssl found: reading of its CMS messages is not tested.')

describe.skipIf(!openssl)('a CMS message of openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vaxcert-cms-'))
  const at = (name: string): string => join(folder, name)
  afterAll(() => rmSync(folder, { recursive: true }))

  beforeAll(() => {
    writeFileSync(at('content'), content)
    const keys = {
      ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      p384: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
      rsa: ['rsa:2048'],
    }
    for (const [name, kind] of Object.entries(keys)) {
      const request = ['req', '-x509', '-nodes', '-subj', `/CN=SAMPLE ${name}`, '-newkey', ...kind]
      run([...request, '-keyout', at(`${name}.key`), '-out', at(`${name}.pem`)])
    }
  })

  function run(options: readonly string[]): void {
    const { status, stderr } = spawnSync('openssl', options)
    if (status !== 0) throw new Error(stderr.toString())
  }

  function sign(name: string, options: readonly string[]): Uint8Array {
    const parties = ['-signer', at(`${name}.pem`), '-inkey', at(`${name}.key`)]
    run(['cms', '-sign', '-binary', '-in', at('content'), ...parties, '-outform', 'DER', '-out', at('cms'), ...options])
    return new Uint8Array(readFileSync(at('cms')))
  }

  const pinned = (name: string) => readPinnedKey(readFileSync(at(`${name}.pem`)))

  it.each([
    ['P-256', 'ec', ['-md', 'sha256']],
    ['P-384', 'p384', ['-md', 'sha384']],
    ['RSA', 'rsa', ['-md', 'sha512']],
    ['RSASSA-PSS', 'rsa', ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss']],
    ['the signer named by key identifier', 'ec', ['-md', 'sha256', '-keyid']],
    ['no certificate', 'ec', ['-md', 'sha256', '-nocerts']],
    ['no capabilities', 'rsa', ['-md', 'sha256', '-nosmimecap']],
  ])('is right: %s', async (_name, key, options) => {
    const message = readCms(sign(key, options))
    expect(await isSignedByPinned(message, content, pinned(key))).toBe(true)
    expect(await isSignedByPinned(message, content.subarray(1), pinned(key))).toBe(false)
    expect(await isSignedByPinned(message, content, pinned(key === 'ec' ? 'rsa' : 'ec'))).toBe(false)
  })

  it.each([
    ['in one piece', []],
    ['in pieces of indefinite length', ['-stream']],
  ])('gives back the content that it carries %s', async (_name, options) => {
    const message = readCms(sign('ec', ['-md', 'sha256', '-nodetach', ...options]))
    expect(message.content).toEqual(content)
    expect(await isSignedByPinned(message, content, pinned('ec'))).toBe(true)
  })

  it('is refused with SHA-1 and without signed attributes', () => {
    expect(codeOf(() => readCms(sign('rsa', ['-md', 'sha1'])))).toBe('source.shape')
    expect(codeOf(() => readCms(sign('rsa', ['-md', 'sha256', '-noattr'])))).toBe('source.shape')
    expect(codeOf(() => readCms(sign('rsa', ['-md', 'sha256', '-econtent_type', '1.2.3'])))).toBe('source.shape')
  })
})

describe('a CMS message of pkijs', () => {
  it.each([
    ['ECDSA', { name: 'ECDSA', namedCurve: 'P-256' }, 'SHA-256'],
    ['ECDSA', { name: 'ECDSA', namedCurve: 'P-384' }, 'SHA-384'],
    ['RSA', rsa('RSASSA-PKCS1-v1_5'), 'SHA-256'],
    ['RSASSA-PSS', rsa('RSA-PSS'), 'SHA-256'],
  ])('is right: %s %o', async (_name, algorithm, hash) => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm as EcKeyGenParams, true, [
      'sign',
      'verify',
    ])
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
    const certificate = await makeCertificate({ spki, keyPurposes: [usageOid('test', 'current')] })
    const message = readCms(await signedByPkijs(certificate, privateKey, hash))
    expect(message.certificates).toHaveLength(1)
    expect(await isSignedByPinned(message, content, { spki, certificate })).toBe(true)
    expect(await isSignedByPinned(message, content.subarray(1), { spki, certificate })).toBe(false)
  })
})

async function signedByPkijs(der: Uint8Array, key: CryptoKey, hash: string): Promise<Uint8Array> {
  const certificate = pkijs.Certificate.fromBER(der.slice().buffer)
  const attributes = ordinaryAttributes(content, hash).map((attribute) =>
    pkijs.Attribute.fromBER(AsnConvert.serialize(attribute)),
  )
  const { issuer, serialNumber } = certificate
  const signedData = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: pkijs.ContentInfo.DATA }),
    certificates: [certificate],
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  })
  await signedData.sign(key, 0, hash, content.slice().buffer)
  const info = new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signedData.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER(false))
}

function rsa(name: string): RsaHashedKeyGenParams {
  return { name, hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
}
