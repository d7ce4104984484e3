import { deflateSync } from 'node:zlib'
import { composeVaccination } from '@vaxcert/core'
import { encodeBase45, PREFIX, readText } from '@vaxcert/core/dcc'
import { describe, expect, it } from 'vitest'
import { hex } from '../../../src/terminal.ts'
import { madeFile } from '../made-certificate.ts'
import { key, ownFolder, trust } from './own-folder.ts'

const { resultsOf } = ownFolder()
const clock = '2021-10-01T00:00:00Z'
const made = madeFile()
const text = String(made.PREFIX)

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
