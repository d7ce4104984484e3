import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { composeVaccination } from '@vaxcert/core'
import { decodeBase45, encodeBase45, PREFIX, readText } from '@vaxcert/core/dcc'
import { writeTrustList } from '@vaxcert/core/trust'
import { qrPng } from '@vaxcert/paper'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hex } from '../../../src/terminal.ts'
import { ownSuite } from '../../../src/vectors/own/own-suite.ts'
import { icvp, signedContainer } from '../../health-document.ts'
import { madeFile } from '../made-certificate.ts'
import { runJson } from '../run-file.ts'

const root = mkdtempSync(join(tmpdir(), 'vaxcert-own-'))
const path = join(root, 'verify', 'case.json')
const clock = '2021-10-01T00:00:00Z'
const trust = 'trust/sample.json'
const key = 'keys/dsc-all.json'
const made = madeFile()
const text = String(made.PREFIX)

beforeAll(() => {
  const keys = new URL('../../../../../keys-sample/', import.meta.url)
  for (const folder of ['trust', 'keys', 'verify']) mkdirSync(join(root, folder))
  writeFileSync(join(root, 'vector.schema.json'), '{}')
  copyFileSync(new URL('trust-list.json', keys), join(root, trust))
  copyFileSync(new URL('../test-vectors/keys/dsc-all.json', keys), join(root, key))
  writeFileSync(join(root, 'trust', 'nobody.json'), JSON.stringify(writeTrustList([])))
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

  it('compares the certificate of its stages by what it says', async () => {
    const given = { text, clock, trust }
    const dcc = { ...(made.JSON as object), t: null }
    expect(await resultsOf(given, { kind: 'accepted' }, { stages: { dcc } })).toMatchObject({ stages: 'passed' })
    const other = { ...dcc, dob: '1985-07-14' }
    expect(await resultsOf(given, { kind: 'accepted' }, { stages: { dcc: other } })).toMatchObject({ stages: '' })
  })

  it('may hold other documents in place of the certificate', async () => {
    const given = { text: await signedContainer(new Map([[-6, icvp]])), clock: '2022-06-01T00:00:00Z', trust }
    const fields = [
      { path: 'n', label: 'Name', value: 'Trần Thị Ánh' },
      { path: 'dob', label: 'Date of birth', value: '1990-03-12' },
      { path: 'v.0.vp', label: 'Vaccine or product', value: 'XM0N24' },
      { path: 'v.0.bo', label: 'Batch', value: 'SAMPLE-B77' },
    ]
    const documents = [{ subClaim: -6, name: 'ICVP', fields, complete: true }]
    const expected = { kind: 'undecided', code: 'content.no-rules' }
    expect(await resultsOf(given, expected, { stages: { documents } })).toEqual({ verdict: 'passed', stages: 'passed' })
    const others = [{ ...documents[0], fields: fields.slice(1) }]
    expect(await resultsOf(given, expected, { stages: { documents: others } })).toMatchObject({ stages: '' })
  })

  it('for a lesser device than this one is skipped', async () => {
    const json = { id: 'a', given: { text, clock, trust, without: ['ES256'] }, expect: { kind: 'undecided' } }
    expect(await runJson(ownSuite, json, path)).toMatchObject([{ check: 'verdict', result: 'skipped' }])
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
  const given = { ...request, key }

  it('compares the certificate', async () => {
    expect(await resultsOf(given, { kind: 'issued', dcc })).toEqual({ verdict: 'passed', dcc: 'passed' })
    const other = { ...dcc, dob: '1985-07-14' }
    expect(await resultsOf(given, { kind: 'issued', dcc: other })).toEqual({ verdict: 'passed', dcc: 'other' })
  })

  it('compares the message in the text, which is the same at each run, however it is packed', async () => {
    const { text: other } = await resultsOf(given, { kind: 'issued', text })
    expect(other).toMatch(/^HC1:/)
    const right = { verdict: 'passed', text: 'passed' }
    expect(await resultsOf(given, { kind: 'issued', text: other })).toEqual(right)
    const repacked = PREFIX + encodeBase45(deflateSync(readText(String(other)).cose, { level: 0 }))
    expect(await resultsOf(given, { kind: 'issued', text: repacked })).toEqual(right)
    expect(await resultsOf({ text: other, clock, trust }, { kind: 'accepted' })).toEqual({ verdict: 'passed' })
  })

  it('may give a finished payload in place of a dose', async () => {
    const { issuedAt, issuer } = request
    const signing = { dcc, issuedAt, issuer, key }
    expect(await resultsOf(signing, { kind: 'issued', dcc })).toEqual({ verdict: 'passed', dcc: 'passed' })
    const empty = { ...signing, dcc: { ...dcc, v: [] } }
    expect(await resultsOf(empty, { kind: 'refused', code: 'dcc.schema' })).toEqual({ verdict: 'passed' })
  })

  it.each([
    [{ dose: { ...dose, product: 'No-Such' }, timeline: [{ ...dose, product: 'No-Such' }] }, 'record.product'],
    [{ dose: { ...dose, country: 'TH' } }, 'record.country'],
    [{ issuedAt: '2021-08-01T00:00:00Z' }, 'record.date'],
    [{ issuedAt: '2040-08-01T00:00:00Z' }, 'signer.expired'],
    [{ expiresAt: '2040-08-01T00:00:00Z' }, 'signer.expired'],
    [{ country: 'TH', dose: { ...dose, country: 'TH' } }, 'signer.country'],
    [{ person: { ...person, name: { fullName: '王' } } }, 'record.name'],
    [{ signature: '3006020101020101' }, 'signer.refused'],
    [{ readBack: 'trust/nobody.json' }, 'issue.read-back'],
  ])('expects a refusal with its code: %#', async (changes, code) => {
    expect(await resultsOf({ ...given, ...changes }, { kind: 'refused', code })).toEqual({ verdict: 'passed' })
    expect(await resultsOf({ ...given, ...changes }, { kind: 'issued' })).toEqual({ verdict: `refused ${code}` })
  })

  it('compares what is made on the way, however the text is packed', async () => {
    const { text: made = '' } = await resultsOf(given, { kind: 'issued', text })
    const stages = { dcc, cose: hex(readText(made).cose), zlib: '00', base45: 'QED8WEX0' }
    const right = { verdict: 'passed', stages: 'passed' }
    expect(await resultsOf(given, { kind: 'issued' }, { stages })).toEqual(right)
    const wrong = { ...stages, cose: '00' }
    expect(await resultsOf(given, { kind: 'issued' }, { stages: wrong })).toMatchObject({ stages: 'dcc' })
  })

  it('hands out what its list accepts', async () => {
    expect(await resultsOf({ ...given, readBack: trust }, { kind: 'issued' })).toEqual({ verdict: 'passed' })
  })

  it.each([
    [{ key: undefined }, 'vectors.shape'],
    [{ key: 'keys/none.json' }, 'vectors.shape'],
    [{ key: trust }, 'list.shape'],
    [{ issuer: 7 }, 'vectors.shape'],
    [{ issuedAt: 'soon' }, 'vectors.shape'],
    [{ signature: 'DER' }, 'vectors.hex'],
  ])('fails when it cannot be run: %#', async (changes, code) => {
    const failed = { verdict: `vector not run, ${code}` }
    expect(await resultsOf({ ...given, ...changes }, { kind: 'issued' })).toEqual(failed)
  })

  it('does not crash on a wrong shape', async () => {
    const crash = await resultsOf({ ...given, dose: 7, person: null }, { kind: 'issued' })
    expect(crash.verdict).toMatch(/^(vector not run, vectors\.exception|refused record\.)/)
  })
})

describe('A vector of records', () => {
  const nam = { fn: 'Lê', fnt: 'LE', gn: 'An', gnt: 'AN' }

  it('spells a name, to the letter', async () => {
    const expected = { kind: 'named', nam }
    expect(await resultsOf({ fullName: 'Lê  An' }, expected)).toEqual({ verdict: 'passed', nam: 'passed' })
    expect(await resultsOf({ familyName: 'Lê', givenNames: 'An' }, expected)).toMatchObject({ nam: 'passed' })
    expect(await resultsOf({ fullName: 'Lê An' }, { kind: 'named', nam: { ...nam, gn: 'An ' } })).toMatchObject({
      nam: 'other',
    })
    expect(await resultsOf({ fullName: '?' }, { kind: 'refused', code: 'record.name' })).toEqual({ verdict: 'passed' })
  })

  it('counts doses', async () => {
    const timeline = [{ id: 'a', product: 'EU/1/20/1528', date: '2021-08-14' }]
    const counted = { kind: 'counted', series: { a: { dn: 1, sd: 2 } } }
    expect(await resultsOf({ timeline }, counted)).toEqual({ verdict: 'passed', series: 'passed' })
    expect(await resultsOf({ timeline }, { ...counted, series: { a: { dn: 1, sd: 1 } } })).toMatchObject({
      series: 'other',
    })
    const twice = { timeline: [...timeline, ...timeline] }
    expect(await resultsOf(twice, { kind: 'refused', code: 'record.timeline' })).toEqual({ verdict: 'passed' })
    expect((await resultsOf({ timeline: [7] }, counted)).verdict).toMatch(/^(vector not run|refused record\.)/)
  })

  it.each([
    ['URN:UVCI:01:SE:EHM/C878/123456789ABC#B', 'right'],
    ['URN:UVCI:01:SE:EHM/C878/123456789ABC#C', 'wrong'],
    ['URN:UVCI:01:SE:EHM/C878/123456789ABC', 'absent'],
  ])('checks %s', async (uvci, checkCharacter) => {
    const expected = { kind: 'checked', checkCharacter }
    expect(await resultsOf({ uvci }, expected)).toEqual({ verdict: 'passed', checkCharacter: 'passed' })
  })
})

describe('A vector of ours', () => {
  const vector = { id: 'a', given: { text, clock, trust }, expect: { kind: 'accepted' } }

  it('is recognised by id, given and expect, right or wrong', () => {
    for (const wrong of [{}, { id: 1 }, { given: [] }, { expect: {} }, { expect: 'accepted' }]) {
      expect(ownSuite.recognises({ ...vector, ...wrong })).toBe(true)
    }
    for (const name of ['id', 'given', 'expect']) {
      expect(ownSuite.recognises({ ...vector, [name]: undefined })).toBe(false)
    }
  })

  it.each([
    { stages: [{ cose: '00' }] },
    { stages: 'cose' },
    { stage: { cose: '00' } },
    { expect: 'accepted' },
    { expect: [] },
    { expect: {} },
    { expect: { kind: 7 } },
    { expect: { kind: 'accepted', code: 7 } },
    { expect: { kind: 'accepted', checks: ['text'] } },
    { expect: { kind: 'accepted', checks: null } },
    { expect: { kind: 'accepted', check: { text: 'failed' } } },
    { given: [] },
    { given: { ...vector.given, clock: '2022-02-30T00:00:00Z' } },
    { given: { ...vector.given, profile: 'Strict' } },
    { given: { ...vector.given, profil: 'strict' } },
    { given: { ...vector.given, without: 'ES256' } },
    { given: { fullName: 'Lê An', given: 'x' }, expect: { kind: 'named' } },
    { given: { timeline: [], time: 'x' }, expect: { kind: 'counted' } },
    { given: { uvci: 'x', clock }, expect: { kind: 'checked', checkCharacter: 'absent' } },
  ])('has failed when it is malformed (%#)', async (wrong) => {
    const results = await runJson(ownSuite, { ...vector, ...wrong }, path)
    expect(results).toMatchObject([{ check: 'verdict', result: 'failed', code: 'vectors.shape' }])
  })
})
