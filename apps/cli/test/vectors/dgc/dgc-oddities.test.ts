import { generateKeyPairSync } from 'node:crypto'
import '@vaxcert/core/trust/x509' // loads reflect-metadata, without which @peculiar/x509 does not start
import { X509CertificateGenerator } from '@peculiar/x509'
import { beforeAll, describe, expect, it } from 'vitest'
import { cborBytes, odd } from '../cbor-bytes.ts'
import { changed, expecting, withContext, without } from '../changed-file.ts'
import { EXPIRES, ISSUED, inventedDcc, type MadeKey, madeFile, sampleKey } from '../made-certificate.ts'
import { notPassed, runDgc } from '../run-file.ts'

const [vaccination] = inventedDcc.v

describe('What real issuers wrote', () => {
  const noPicture = (file: Record<string, unknown>) => notPassed(without(file, '2DCODE'))
  const skipped = { PICTUREDECODE: 'skipped' }

  it.each([
    ['no tag', { tags: [] }],
    ['the CWT tag around the COSE tag', { tags: [61, 18] }],
    ['the kid unprotected', { unprotected: 'kid' as const }],
    ['kid and algorithm unprotected', { unprotected: 'kid and alg' as const }],
    ['times with fractions', { iat: { float: ISSUED + 0.625 }, exp: { float: EXPIRES + 0.5 } }],
    [
      'a date-time under tag 0',
      { dcc: { ...inventedDcc, v: [{ ...vaccination, dt: { tag: 0, value: '2021-08-14T00:00:00Z' } }] } },
    ],
    ['doses as floats', { dcc: { ...inventedDcc, v: [{ ...vaccination, dn: { float: 1 }, sd: { float: 2 } }] } }],
    ['nulls', { dcc: { ...inventedDcc, t: null, r: null, nam: { ...inventedDcc.nam, gn: null } } }],
    ['white space around texts', { dcc: { ...inventedDcc, v: [{ ...vaccination, mp: ' EU/1/20/1528 ' }] } }],
    ['fields nobody knows', { dcc: { ...inventedDcc, v: [{ ...vaccination, pid: 'x' }] } }],
  ])('is taken: %s', async (_, making) => {
    expect(await noPicture(madeFile(making))).toEqual(skipped)
  })

  it('is taken with several entries, where the file means a release before 1.3.0', async () => {
    const file = madeFile({ dcc: { ...inventedDcc, v: [vaccination, { ...vaccination, dn: 2 }] } })
    expect(await noPicture(withContext(file, { SCHEMA: '1.2.1' }))).toEqual(skipped)
    expect(await noPicture(file)).toEqual({ ...skipped, VALIDOBJECT: 'failed', SCHEMAVALIDATION: 'failed' })
  })

  it('is compared without regard to order, zone and upper-case hex', async () => {
    const file = madeFile({ dcc: { ...inventedDcc, v: [{ ...vaccination, dt: '2021-08-14T07:00:00+07:00' }] } })
    const { v: _, ...rest } = inventedDcc
    const json = { v: [{ ...vaccination, dt: '2021-08-14T00:00:00Z' }], ...rest }
    const upper = { COSE: String(file.COSE).toUpperCase(), COMPRESSED: String(file.COMPRESSED).toUpperCase() }
    expect(await noPicture({ ...file, ...upper, JSON: json })).toEqual(skipped)
  })

  it('is compared with the CBOR where there is no JSON, and that may be the whole payload', async () => {
    const file = without(madeFile(), 'JSON')
    expect(await runDgc(expecting(file, { EXPECTEDDECODE: true }))).toEqual({ DECODE: 'passed' })
    const payload = cborBytes(new Map([[-260, new Map([[1, odd(inventedDcc)]])]]))
    const whole = changed(file, { CBOR: Buffer.from(payload).toString('hex') })
    expect(await runDgc(expecting(whole, { EXPECTEDDECODE: true }))).toEqual({ DECODE: 'passed' })
  })

  it('is checked from the CBOR where there is no message', async () => {
    const flags = { EXPECTEDDECODE: true, EXPECTEDSCHEMAVALIDATION: true }
    const file = expecting(without(madeFile(), 'COSE'), flags)
    expect(await runDgc(file)).toEqual({ DECODE: 'passed', SCHEMAVALIDATION: 'passed' })
    expect(await runDgc(changed(file, { CBOR: 'a163766572' }))).toEqual({
      ...{ DECODE: 'failed claims.shape', SCHEMAVALIDATION: 'failed claims.shape' },
    })
  })

  it('holds its certificate as base64 with line breaks, as PEM, or as base64 of PEM', async () => {
    const body = Buffer.from(sampleKey('dsc-all').certificate).toString('base64').replace(/.{64}/g, '$&\n')
    const pem = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`
    for (const CERTIFICATE of [body, pem, Buffer.from(pem).toString('base64')]) {
      expect(await noPicture(withContext(madeFile(), { CERTIFICATE }))).toEqual(skipped)
    }
  })
})

describe('A key on another curve', () => {
  let key: MadeKey
  beforeAll(async () => {
    key = await p384Key()
  })

  it('is known not to verify, and only that', async () => {
    const results = await notPassed(without(madeFile({ key }), '2DCODE'))
    expect(results).toEqual({ VERIFY: 'known', KEYUSAGE: 'known', PICTUREDECODE: 'skipped' })
  })

  it('is refused where that is expected', async () => {
    expect(await notPassed(expecting(madeFile({ key }), { EXPECTEDVERIFY: false }))).toEqual({})
  })
})

async function p384Key(): Promise<MadeKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-256' }
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-384' })
  const der = { format: 'der' } as const
  const keys = {
    privateKey: await crypto.subtle.importKey(
      'pkcs8',
      pair.privateKey.export({ ...der, type: 'pkcs8' }),
      algorithm,
      true,
      ['sign'],
    ),
    publicKey: await crypto.subtle.importKey('spki', pair.publicKey.export({ ...der, type: 'spki' }), algorithm, true, [
      'verify',
    ]),
  }
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...{ name: 'CN=SAMPLE P-384', keys, signingAlgorithm: algorithm },
    ...{ notBefore: new Date('2021-01-01'), notAfter: new Date('2031-01-01') },
  })
  return { certificate: new Uint8Array(certificate.rawData), privateKey: pair.privateKey }
}
