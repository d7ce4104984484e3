import { describe, expect, it } from 'vitest'
import { dgcSuite } from '../../../src/vectors/dgc/dgc-suite.ts'
import { cborBytes, odd } from '../cbor-bytes.ts'
import { inventedDcc, madeFile } from '../made-certificate.ts'
import { runJson } from '../run-file.ts'

const [vaccination] = inventedDcc.v
const { v: _, ...person } = inventedDcc

/** Results of the flags named, as "known: reason". */
async function resultsOf(
  file: Record<string, unknown>,
  flags: Record<string, boolean>,
): Promise<Record<string, string>> {
  const results = await runJson(dgcSuite, { ...file, EXPECTEDRESULTS: flags })
  return Object.fromEntries(
    results.map(({ check, result, reason }) => [check, reason ? `${result}: ${reason}` : result]),
  )
}

function entry(changes: Record<string, unknown>): Record<string, unknown> {
  return { ...person, v: [{ ...vaccination, ...changes }] }
}

describe('A file that contradicts itself', () => {
  const reason = 'known: file expects VALIDOBJECT and not SCHEMAVALIDATION of the same object'
  const flags = { EXPECTEDVALIDOBJECT: true, EXPECTEDSCHEMAVALIDATION: false }

  it.each([
    ['a birth before 1900', { dob: '1815-08-24' }],
    ['a birth still to come', { dob: '2023-01-01' }],
    ['a name in pictures', { nam: { fn: '😀😃', fnt: '', gn: 'Mẫu', gnt: 'MAU' } }],
    ['a code outside its value set', entry({ mp: 'No-Such-Vaccine' })],
    ['nothing that anybody could doubt', {}],
  ])('about one object is known by that: %s', async (_, changes) => {
    const results = await resultsOf(madeFile({ dcc: { ...inventedDcc, ...changes } }), flags)
    expect(results).toEqual({ VALIDOBJECT: 'passed', SCHEMAVALIDATION: reason })
  })

  it('fails where the library refuses what is to be a valid object', async () => {
    const dcc = { ...person, dob: '1815-08-24' }
    expect(await resultsOf(madeFile({ dcc }), flags)).toEqual({ VALIDOBJECT: 'failed', SCHEMAVALIDATION: 'passed' })
  })

  it('fails where the contradiction is the other way round', async () => {
    const reverse = { EXPECTEDVALIDOBJECT: false, EXPECTEDSCHEMAVALIDATION: true }
    const results = await resultsOf(madeFile({ dcc: { ...inventedDcc, dob: '1815-08-24' } }), reverse)
    expect(results).toEqual({ VALIDOBJECT: 'failed', SCHEMAVALIDATION: 'passed' })
  })

  it('is no such file when its objects differ', async () => {
    const dcc = { ...inventedDcc, nam: { ...inventedDcc.nam, gn: '😀' } }
    const file = { ...madeFile({ dcc }), JSON: entry({ dn: 2 }) }
    expect(await resultsOf(file, flags)).toEqual({ VALIDOBJECT: 'passed', SCHEMAVALIDATION: 'failed' })
  })

  it('is no such file when the message cannot be read', async () => {
    const reverse = { EXPECTEDVALIDOBJECT: false, EXPECTEDSCHEMAVALIDATION: true }
    const results = await resultsOf({ ...madeFile(), COSE: '84' }, reverse)
    expect(results).toEqual({ VALIDOBJECT: 'failed', SCHEMAVALIDATION: 'failed' })
  })
})

describe('A file that wants refused what verifiers must take', () => {
  const flags = { EXPECTEDSCHEMAVALIDATION: false }

  it.each([
    [{ mp: 'No-Such-Vaccine' }, 'file expects the schema to judge codes: v.0.mp value-set'],
    [{ ma: 'ORG-100031184' }, 'file expects the schema to judge codes: v.0.ma vaccine-triple'],
    [{ co: 'DE' }, 'file expects the schema to judge whose event it is'],
    [{ dn: 0 }, 'SpecialCaseHandling has verifiers accept v.0.dn range'],
    [{ dt: '14.08.2021' }, 'SpecialCaseHandling has verifiers accept v.0.dt format'],
  ])('is known by the rule it forgets: %j', async (changes, reason) => {
    expect(await resultsOf(madeFile({ dcc: entry(changes) }), flags)).toEqual({ SCHEMAVALIDATION: `known: ${reason}` })
  })

  it('is known of the signed object alone, whatever its JSON', async () => {
    const file = { ...madeFile({ dcc: entry({ mp: 'No-Such-Vaccine' }) }), JSON: inventedDcc }
    const results = await resultsOf(file, { ...flags, EXPECTEDVALIDOBJECT: true })
    expect(results).toMatchObject({ SCHEMAVALIDATION: expect.stringMatching(/^known: file expects the schema to/) })
  })

  it('fails for what only our strict profile minds', async () => {
    const dcc = entry({ is: ' SAMPLE ', pid: 'x' })
    expect(await resultsOf(madeFile({ dcc }), flags)).toEqual({ SCHEMAVALIDATION: 'failed' })
  })

  it('passes where the schema does refuse it', async () => {
    expect(await resultsOf(madeFile({ dcc: entry({ dn: 'one' }) }), flags)).toEqual({ SCHEMAVALIDATION: 'passed' })
  })

  it('fails where a code is odd, but the schema refuses something else', async () => {
    const dcc = { ...entry({ mp: 'No-Such-Vaccine' }), nam: { fn: 'Nguyễn' } }
    expect(await resultsOf(madeFile({ dcc }), flags)).toEqual({ SCHEMAVALIDATION: 'failed' })
  })

  it('fails where the issuer names no country', async () => {
    expect(await resultsOf(madeFile({ iss: 'CNAM' }), flags)).toEqual({ SCHEMAVALIDATION: 'failed' })
  })

  it('fails where nothing speaks against the object', async () => {
    expect(await resultsOf(madeFile(), flags)).toEqual({ SCHEMAVALIDATION: 'failed' })
  })
})

describe('A file whose JSON is not what was signed', () => {
  const flags = { EXPECTEDDECODE: true, EXPECTEDVALIDJSON: true, EXPECTEDENCODE: true }
  const reason = 'known: JSON and signed bytes hold different texts'

  it.each([
    ['another name', { ...inventedDcc, nam: { ...inventedDcc.nam, fn: 'Trần' } }],
    ['names exchanged', { ...inventedDcc, nam: { ...inventedDcc.nam, fn: 'Thị Mẫu', gn: 'Nguyễn' } }],
    ['a name less', { ...inventedDcc, nam: { fnt: 'NGUYEN' } }],
    ['another day', entry({ dt: '2021-08-15' })],
  ])('is known by the bytes: %s', async (_, json) => {
    const results = await resultsOf({ ...madeFile(), JSON: json }, flags)
    expect(results).toEqual({ DECODE: reason, VALIDJSON: reason, ENCODE: reason })
  })

  it('fails when a number differs, which the bytes cannot prove', async () => {
    const results = await resultsOf({ ...madeFile(), JSON: entry({ dn: 2 }) }, flags)
    expect(results).toEqual({ DECODE: 'failed', VALIDJSON: 'failed', ENCODE: 'failed' })
  })

  it('fails when the certificate of the file did not sign it', async () => {
    const [file, other] = [madeFile(), madeFile({ dcc: entry({ dt: '2021-08-15' }) })]
    const forged = Buffer.from(String(other.COSE), 'hex')
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
    const results = await resultsOf({ ...file, COSE: forged.toString('hex') }, { EXPECTEDDECODE: true })
    expect(results).toEqual({ DECODE: 'failed' })
  })

  it('fails when it is the CBOR that differs from what was signed', async () => {
    const CBOR = Buffer.from(cborBytes(odd(entry({ dt: '2021-08-15' })))).toString('hex')
    const results = await resultsOf({ ...madeFile(), CBOR }, flags)
    expect(results).toEqual({ DECODE: 'passed', VALIDJSON: 'passed', ENCODE: 'failed' })
  })

  it('fails when there is only CBOR, which nobody signed', async () => {
    const { COSE: _, ...file } = madeFile()
    const CBOR = Buffer.from(cborBytes(odd(entry({ dt: '2021-08-15' })))).toString('hex')
    expect(await resultsOf({ ...file, CBOR }, { EXPECTEDDECODE: true })).toEqual({ DECODE: 'failed' })
  })
})
