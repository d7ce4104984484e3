import { decodeBase45 } from '@vaxcert/core/dcc'
import { qrPng } from '@vaxcert/paper'
import { describe, expect, it } from 'vitest'
import { hex } from '../../../src/terminal.ts'
import { ownSuite } from '../../../src/vectors/own/own-suite.ts'
import { icvp, signedContainer } from '../../health-document.ts'
import { madeFile } from '../made-certificate.ts'
import { runJson } from '../run-file.ts'
import { ownFolder, trust } from './own-folder.ts'

const { path, resultsOf } = ownFolder()
const clock = '2021-10-01T00:00:00Z'
const made = madeFile()
const text = String(made.PREFIX)

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
