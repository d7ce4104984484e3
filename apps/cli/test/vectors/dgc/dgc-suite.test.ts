import { describe, expect, it } from 'vitest'
import { changed, expecting, withContext, without } from '../changed-file.ts'
import { flagKeys, madeFile, sampleKey } from '../made-certificate.ts'
import { notPassed, runDgc } from '../run-file.ts'

const all = flagKeys.map((flag) => flag.slice('EXPECTED'.length))

describe('A file of dgc-testdata', () => {
  it('passes all twelve steps when everything in it is right', async () => {
    expect(await runDgc(madeFile())).toEqual(Object.fromEntries(all.map((name) => [name, 'passed'])))
  })

  it('passes with an RSA key under PS256', async () => {
    expect(await notPassed(madeFile({ key: sampleKey('dsc-rsa'), alg: -37 }))).toEqual({})
  })

  it.each(flagKeys)('fails %s when that is expected to fail and does not', async (flag) => {
    const results = await runDgc(expecting(madeFile(), { [flag]: false }))
    expect(results).toEqual({ [flag.slice('EXPECTED'.length)]: 'failed' })
  })

  it.each([
    ['UNPREFIX', { PREFIX: 'HC2:ABC' }, 'failed text.prefix'],
    ['UNPREFIX', { BASE45: 'QED8WEX0' }, 'failed'],
    ['B45DECODE', { BASE45: 'abc' }, 'failed text.base45'],
    ['B45DECODE', { COMPRESSED: '00' }, 'failed'],
    ['COMPRESSION', { COMPRESSED: '789c00' }, 'failed text.zlib'],
    ['COMPRESSION', { COMPRESSED: 'xyz' }, 'failed vectors.hex'],
    ['PICTUREDECODE', { PREFIX: 'HC1:6BF' }, 'failed'],
    ['PICTUREDECODE', { '2DCODE': '?' }, 'failed vectors.base64'],
    ['VERIFY', { COSE: 'd28440a0' }, 'failed cose.shape'],
    ['DECODE', { COSE: '8440a0f640' }, 'failed cose.shape'],
    ['VALIDJSON', { PREFIX: 'HC1:' }, 'failed text.zlib'],
    ['ENCODE', { CBOR: 'a0' }, 'failed'],
    ['ENCODE', { CBOR: 'a1' }, 'failed claims.shape'],
    ['VALIDOBJECT', { JSON: { ver: '1.3.0' } }, 'failed'],
    ['SCHEMAVALIDATION', { COSE: '8440a0f640' }, 'failed cose.shape'],
  ])('fails %s when its input is wrong (%#)', async (name, changes, result) => {
    const file = expecting(changed(madeFile(), changes), { [`EXPECTED${name}`]: true })
    expect(await runDgc(file)).toEqual({ [name]: result })
    expect(await notPassed(expecting(file, { [`EXPECTED${name}`]: false }))).toEqual({})
  })

  it('verifies only what is signed by the key of its kid', async () => {
    const stranger = Buffer.from(sampleKey('stranger').certificate).toString('base64')
    const file = expecting(withContext(madeFile(), { CERTIFICATE: stranger }), { EXPECTEDVERIFY: true })
    expect(await runDgc(file)).toEqual({ VERIFY: 'failed signer.unknown' })
  })

  it('asks the certificate for the usage of the event', async () => {
    const file = expecting(madeFile({ key: sampleKey('dsc-test') }), { EXPECTEDKEYUSAGE: true, EXPECTEDVERIFY: true })
    expect(await runDgc(file)).toEqual({ KEYUSAGE: 'failed signer.usage', VERIFY: 'passed' })
    expect(await notPassed(madeFile({ key: sampleKey('dsc-legacy') }))).toEqual({})
  })
})

describe('A step without its inputs', () => {
  it.each([
    [['JSON'], ['VALIDOBJECT', 'ENCODE', 'VALIDJSON']],
    [['COSE'], ['VERIFY', 'COMPRESSION', 'KEYUSAGE', 'EXPIRATIONCHECK']],
    [
      ['COSE', 'CBOR'],
      ['SCHEMAVALIDATION', 'ENCODE', 'DECODE', 'VERIFY', 'COMPRESSION', 'KEYUSAGE', 'EXPIRATIONCHECK'],
    ],
    [['COMPRESSED'], ['COMPRESSION']],
    [
      ['COMPRESSED', 'COSE'],
      ['VERIFY', 'COMPRESSION', 'KEYUSAGE', 'EXPIRATIONCHECK', 'B45DECODE'],
    ],
    [['2DCODE'], ['PICTUREDECODE']],
    [['PREFIX'], ['UNPREFIX', 'PICTUREDECODE']],
    [['BASE45'], ['UNPREFIX', 'B45DECODE']],
  ])('is skipped: %j', async (missing, skipped) => {
    const results = await notPassed(without(madeFile(), ...missing))
    expect(results).toEqual(Object.fromEntries(skipped.map((name) => [name, 'skipped'])))
  })

  it('is skipped when clock or certificate are missing or of another type', async () => {
    expect(await notPassed(withContext(madeFile(), { VALIDATIONCLOCK: 'soon' }))).toEqual({
      EXPIRATIONCHECK: 'skipped',
    })
    const file = withContext(madeFile(), { CERTIFICATE: 7 })
    expect(await notPassed(file)).toEqual({ VERIFY: 'skipped', KEYUSAGE: 'skipped' })
  })

  it('is skipped when the picture stands under another name', async () => {
    const { '2DCODE': picture, ...file } = madeFile()
    expect(await notPassed({ ...file, _2DCODE: picture })).toEqual({ PICTUREDECODE: 'skipped' })
  })

  it('reads the whole chain from the picture where there is no text', async () => {
    const file = expecting(without(madeFile(), 'PREFIX'), { EXPECTEDVALIDJSON: true })
    expect(await runDgc(file)).toEqual({ VALIDJSON: 'passed' })
  })
})

describe('Flags', () => {
  it('that nobody knows, or that are no booleans, are skipped', async () => {
    const flags = { EXPTECTEDEXPIRED: true, EXPECTEDRESULTS: { EXPECTEDVERIFY: false }, EXPECTEDVERIFY: 'true' }
    expect(await runDgc(expecting(madeFile(), flags))).toEqual({ UNKNOWN: 'skipped' })
  })

  it('that are absent ask for nothing, and a file without any is skipped', async () => {
    expect(await runDgc(expecting(madeFile(), { EXPECTEDVERIFY: true }))).toEqual({ VERIFY: 'passed' })
    expect(await runDgc(expecting(madeFile(), {}))).toEqual({ FILE: 'skipped' })
  })
})

describe('The clock', () => {
  const times = (clock: string) =>
    runDgc(expecting(withContext(madeFile(), { VALIDATIONCLOCK: clock }), { EXPECTEDEXPIRATIONCHECK: true }))

  it.each([
    '2021-09-01T00:00:00Z',
    '2021-09-01T02:00:00+0200',
    '2021-09-01T02:00:00.000+02:00',
    '2021-09-01T00:00:00.000000',
    '2021-09-01T00:00:00.000000000Z',
    ' 2021-09-01T00:00:00Z\n',
    '2021-09-01',
    '2022-09-01T00:00:00Z',
  ])('%j lies within the times of the certificate', async (clock) => {
    expect(await times(clock)).toEqual({ EXPIRATIONCHECK: 'passed' })
  })

  it.each([
    ['2021-08-31T23:59:59Z', 'failed dcc.not-yet'],
    ['2021-09-01T00:00:00+00:01', 'failed dcc.not-yet'],
    ['2022-09-01T00:00:00.001', 'failed dcc.expired'],
    ['2022-09-01T00:00:01', 'failed dcc.expired'],
  ])('%j does not', async (clock, result) => {
    expect(await times(clock)).toEqual({ EXPIRATIONCHECK: result })
  })

  it('is read from validationClockInstant where VALIDATIONCLOCK is missing', async () => {
    const file = withContext(madeFile(), { VALIDATIONCLOCK: undefined, validationClockInstant: '2030-01-01T00:00:00Z' })
    expect(await notPassed(file)).toEqual({ EXPIRATIONCHECK: 'failed dcc.expired' })
  })
})
