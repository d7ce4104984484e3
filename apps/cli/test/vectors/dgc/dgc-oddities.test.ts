import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { cborBytes, odd } from '../cbor-bytes.ts'
import { changed, expecting, withContext, without } from '../changed-file.ts'
import { EXPIRES, ISSUED, inventedDcc, type MadeKey, madeFile, sampleKey } from '../made-certificate.ts'
import { notPassed, runDgc } from '../run-file.ts'
import { madeKey } from './made-key.ts'

const [vaccination] = inventedDcc.v
/** 47 seconds after the sample key's certificate. */
const AFTER_DSC = Date.parse(new X509Certificate(sampleKey('dsc-all').certificate).validTo) / 1000 + 47

function testedWith(changes: object): Record<string, unknown> {
  const { v: _, ...person } = inventedDcc
  const { tg, co, is, ci } = vaccination
  const test = { tg, tt: 'LP6464-4', sc: '2021-08-14T09:00:00Z', tr: '260415000', tc: 'Hà Nội', co, is, ci }
  return { ...person, t: [{ ...test, ...changes }] }
}

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
    ['a date-time for a date', { dcc: { ...inventedDcc, v: [{ ...vaccination, dt: '2021-08-14T00:00:00+08:00' }] } }],
    ['a centre of more than 80 characters', { dcc: testedWith({ tc: 'Trung tâm '.repeat(12) }) }],
    ['quotes and backslashes', { dcc: testedWith({ tc: 'Bệnh viện "Mẫu" \\\\ 1' }) }],
    ['an expiry after the document signer is no longer valid', { exp: AFTER_DSC }],
    ['a map nobody knows', { dcc: { ...inventedDcc, meta: { passportNumber: 'SAMPLE' } } }],
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

  it('is compared by the instant where one says Z and the other +00:00', async () => {
    const file = madeFile({ dcc: testedWith({ sc: '2021-08-14T09:00:00Z' }) })
    expect(await noPicture({ ...file, JSON: testedWith({ sc: '2021-08-14T09:00:00+00:00' }) })).toEqual(skipped)
    const otherTime = await noPicture({ ...file, JSON: testedWith({ sc: '2021-08-14T11:00:00+00:00' }) })
    expect(otherTime).toEqual({ ...skipped, ENCODE: 'known', DECODE: 'known', VALIDJSON: 'known' })
  })

  it('is compared with CBOR of indefinite length', async () => {
    const file = madeFile()
    const [head, ...members] = cborBytes(odd(inventedDcc))
    expect(head).toBe(0xa4)
    const CBOR = Buffer.from([0xbf, ...members, 0xff]).toString('hex')
    expect(await noPicture({ ...file, CBOR })).toEqual(skipped)
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

describe('What a file says of itself', () => {
  it('in words is not looked at', async () => {
    const usage = expecting(madeFile({ key: sampleKey('dsc-test') }), { EXPECTEDKEYUSAGE: false })
    expect(await notPassed(withContext(usage, { DESCRIPTION: 'VALID' }))).toEqual({})
    const schema = expecting(madeFile(), { EXPECTEDSCHEMAVALIDATION: true })
    expect(await notPassed(withContext(schema, { DESCRIPTION: 'INVALID' }))).toEqual({})
  })
})

describe('A key with key purposes', () => {
  it.each([
    ['of another health document may sign none', ['2.23.136.1.1.14.2'], false],
    ['that have nothing to do with health may sign all', ['1.3.6.1.5.5.7.3.2', '2.16.840.1.113730.4.1'], true],
    ['of vaccinations in the older arc may sign those', ['1.3.6.1.4.1.0.1847.2021.1.2'], true],
    ['of tests may not sign vaccinations', ['1.3.6.1.4.1.1847.2021.1.1'], false],
  ])('%s', async (_, keyPurposes, usable) => {
    const file = madeFile({ key: await madeKey('P-256', keyPurposes) })
    expect(await notPassed(expecting(file, { EXPECTEDKEYUSAGE: usable, EXPECTEDVERIFY: true }))).toEqual({})
    const flipped = await notPassed(expecting(file, { EXPECTEDKEYUSAGE: !usable }))
    expect(Object.values(flipped)).toEqual([expect.stringMatching(/^failed/)])
  })
})

describe('A key on another curve', () => {
  let key: MadeKey
  beforeAll(async () => {
    key = await madeKey('P-384')
  })

  it('is known not to verify, and only that', async () => {
    const results = await notPassed(without(madeFile({ key }), '2DCODE'))
    expect(results).toEqual({ VERIFY: 'known', KEYUSAGE: 'known', PICTUREDECODE: 'skipped' })
  })

  it('is refused where that is expected', async () => {
    expect(await notPassed(expecting(madeFile({ key }), { EXPECTEDVERIFY: false }))).toEqual({})
  })
})
