import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeVaccination } from '@vaxcert/core'
import { decodeBase45 } from '@vaxcert/core/dcc'
import { qrPng } from '@vaxcert/paper'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hex } from '../../../src/terminal.ts'
import { ownSuite } from '../../../src/vectors/own/own-suite.ts'
import { madeFile } from '../made-certificate.ts'
import { runJson } from '../run-file.ts'

const root = mkdtempSync(join(tmpdir(), 'vaxcert-own-'))
const path = join(root, 'verify', 'case.json')
const clock = '2021-10-01T00:00:00Z'
const trust = 'trust/sample.json'
const made = madeFile()
const text = String(made.PREFIX)

beforeAll(() => {
  const keys = new URL('../../../../../keys-sample/', import.meta.url)
  for (const folder of ['trust', 'keys', 'verify']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'vector.schema.json'), '{}')
  copyFileSync(new URL('trust-list.json', keys), join(root, trust))
  copyFileSync(new URL('dsc-all.key.pem', keys), join(root, 'keys', 'dsc-all.key.pem'))
  writeFileSync(join(root, 'trust', 'broken.json'), '{')
})
afterAll(() => rmSync(root, { recursive: true }))

/** Results by check: "passed", or "failed: what came out, code". */
async function resultsOf(given: object, expected: object, more: object = {}): Promise<Record<string, string>> {
  const results = await runJson(ownSuite, { id: 'a', about: 'b', given, expect: expected, ...more }, path)
  return Object.fromEntries(
    results.map(({ check, result, actual, code }) => [
      check,
      result === 'passed' ? result : [actual, code].filter(Boolean).join(', '),
    ]),
  )
}

describe('A reading vector', () => {
  it('passes when verdict, checks and stages come out as expected', async () => {
    const checks = { signature: 'passed', time: 'passed', event: 'passed' }
    const stages = { cose: made.COSE, zlib: hex(decodeBase45(text.slice(4))), base45: text.slice(4) }
    expect(await resultsOf({ text, clock, trust }, { kind: 'accepted', checks }, { stages })).toEqual({
      ...{ verdict: 'passed', checks: 'passed', stages: 'passed' },
    })
  })

  it('tells what came out instead', async () => {
    const late = { text, clock: '2030-01-01T00:00:00Z', trust }
    const checks = { time: 'passed', signature: 'passed', nonsense: 'passed' }
    expect(
      await resultsOf(late, { kind: 'accepted', checks }, { stages: { cose: '00', base45: text.slice(4) } }),
    ).toEqual({
      ...{ verdict: 'refused dcc.expired', checks: 'signature', stages: 'base45' },
    })
  })

  it('expects a refusal with its code, to the letter', async () => {
    const late = { text, clock: '2030-01-01T00:00:00Z', trust }
    expect(await resultsOf(late, { kind: 'refused', code: 'dcc.expired' })).toEqual({ verdict: 'passed' })
    expect(await resultsOf(late, { kind: 'refused', code: 'dcc.not-yet' })).toEqual({ verdict: 'refused dcc.expired' })
  })

  it('trusts nobody when it names no list', async () => {
    const expected = { kind: 'undecided', code: 'signer.unknown' }
    expect(await resultsOf({ text, clock }, expected)).toEqual({ verdict: 'passed' })
  })

  it('heeds the profile', async () => {
    const untagged = { text: String(madeFile({ unprotected: 'kid and alg' }).PREFIX), clock, trust }
    expect(await resultsOf(untagged, { kind: 'accepted' })).toEqual({ verdict: 'passed' })
    const expected = { kind: 'refused', code: 'cose.algorithm' }
    expect(await resultsOf({ ...untagged, profile: 'strict' }, expected)).toEqual({ verdict: 'passed' })
  })

  it('may give a picture in place of the text', async () => {
    const picture = Buffer.from(qrPng(text)).toString('base64')
    expect(await resultsOf({ picture, clock, trust }, { kind: 'accepted' })).toEqual({ verdict: 'passed' })
    const empty = await resultsOf({ picture: 'AAAA', clock, trust }, { kind: 'accepted' })
    expect(empty.verdict).toMatch(/^refused picture\./)
  })

  it.each([
    [{ text: 7, clock, trust }, 'vectors.shape'],
    [{ text, trust }, 'vectors.shape'],
    [{ text, clock: 'soon', trust }, 'vectors.shape'],
    [{ text, clock, trust: 'trust/none.json' }, 'vectors.shape'],
    [{ text, clock, trust: '../../etc/passwd' }, 'vectors.shape'],
    [{ text, clock, trust: 'trust/broken.json' }, 'vectors.shape'],
    [{ text, clock, trust: 'vector.schema.json' }, 'list.shape'],
    [{ clock }, 'vectors.shape'],
  ])('fails when it cannot be run: %#', async (given, code) => {
    expect(await resultsOf(given, { kind: 'refused', code: 'text.prefix' })).toEqual({
      verdict: `vector not run, ${code}`,
    })
  })

  it('fails outside a folder of vectors', async () => {
    const json = { id: 'a', given: { text, clock, trust }, expect: { kind: 'accepted' } }
    const [result] = await runJson(ownSuite, json, '/case.json')
    expect(result).toMatchObject({ result: 'failed', code: 'vectors.shape' })
  })
})

describe('An issuing vector', () => {
  const dose = { id: '1', product: 'EU/1/20/1528', date: '2021-08-14', country: 'VN' }
  const person = { name: { fullName: 'Nguyễn Thị Mẫu' }, birthDate: '1985-07-13' }
  const uvci = 'URN:UVCI:01:VN:0123456789ABCDEF#0'
  const request = { person, dose, timeline: [dose], uvci, issuedAt: '2021-09-01T00:00:00Z', issuer: 'SAMPLE Authority' }
  const dcc = composeVaccination({ person, dose, timeline: [dose], uvci }, request.issuer)

  it('compares the certificate', async () => {
    expect(await resultsOf({ dose: request, trust }, { kind: 'issued', dcc })).toEqual({
      verdict: 'passed',
      dcc: 'passed',
    })
    const other = { ...dcc, dob: '1985-07-14' }
    expect(await resultsOf({ dose: request, trust }, { kind: 'issued', dcc: other })).toEqual({
      verdict: 'passed',
      dcc: 'other',
    })
  })

  it('compares the text, which is the same at each run', async () => {
    const given = { dose: request, trust, key: 'keys/dsc-all.key.pem' }
    const [first, again] = [
      await resultsOf(given, { kind: 'issued', text: '' }),
      await resultsOf(given, { kind: 'issued', text: '' }),
    ]
    expect(first.text).toMatch(/^HC1:/)
    expect(again).toEqual(first)
    const reading = { text: first.text, clock, trust }
    expect(await resultsOf(reading, { kind: 'accepted' })).toEqual({ verdict: 'passed' })
    expect(await resultsOf(given, { kind: 'issued', text: first.text, dcc })).toEqual({
      ...{ verdict: 'passed', text: 'passed', dcc: 'passed' },
    })
  })

  it.each([
    [{ dose: { ...dose, product: 'No-Such' }, timeline: [{ ...dose, product: 'No-Such' }] }, 'record.product'],
    [{ dose: { ...dose, country: 'TH' } }, 'record.country'],
    [{ issuedAt: '2021-08-01T00:00:00Z' }, 'record.date'],
    [{ issuedAt: '2040-08-01T00:00:00Z' }, 'signer.expired'],
    [{ person: { ...person, name: { fullName: '王' } } }, 'record.name'],
  ])('expects a refusal with its code: %#', async (changes, code) => {
    const given = { dose: { ...request, ...changes }, trust }
    expect(await resultsOf(given, { kind: 'refused', code })).toEqual({ verdict: 'passed' })
    expect(await resultsOf(given, { kind: 'issued' })).toEqual({ verdict: `refused ${code}` })
  })

  it('fails without a signer, and does not crash on a wrong shape', async () => {
    const failed = { verdict: 'vector not run, vectors.shape' }
    expect(await resultsOf({ dose: request }, { kind: 'issued' })).toEqual(failed)
    expect(await resultsOf({ dose: {}, trust }, { kind: 'issued' })).toEqual(failed)
    const crash = await resultsOf({ dose: { ...request, dose: 7, person: null }, trust }, { kind: 'issued' })
    expect(crash.verdict).toMatch(/^(vector not run, vectors\.exception|refused record\.)/)
  })
})

describe('A vector of ours', () => {
  it('is recognised by id, given and an expected kind', () => {
    const vector = { id: 'a', given: {}, expect: { kind: 'accepted' } }
    expect(ownSuite.recognises(vector)).toBe(true)
    for (const wrong of [{ id: 1 }, { given: [] }, { expect: {} }, { expect: 'accepted' }]) {
      expect(ownSuite.recognises({ ...vector, ...wrong })).toBe(false)
    }
  })
})
