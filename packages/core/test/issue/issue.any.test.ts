import { describe, expect, it } from 'vitest'
import { parseSign1 } from '../../src/cose/sign1.ts'
import { readPayload } from '../../src/dcc/decode.ts'
import { readText } from '../../src/dcc/text.ts'
import type { Dcc } from '../../src/dcc/types.ts'
import type { Dose, Person } from '../../src/issue/dose.ts'
import { type IssueOptions, type IssueRequest, issue } from '../../src/issue/issue.ts'
import { prepare } from '../../src/issue/prepare.ts'
import { finish, signDcc } from '../../src/issue/sign.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { trustList } from '../../src/trust/trust-list.ts'
import { verify } from '../../src/verify/verify.ts'
import { asyncCodeOf, codeOf } from '../faults.ts'
import { authority, NOW, samples, seconds } from '../verify/world.ts'

const person: Person = { name: { fullName: 'Đặng Thị Ngọc Ánh' }, birthDate: '1990-03-12' }
const dose = (id: string, date: string, product = 'EU/1/20/1528', country = 'VN'): Dose => ({
  id,
  date,
  product,
  country,
})
const first = dose('a', '2021-07-01')
const second = dose('b', '2021-08-01')
const uvci = 'URN:UVCI:01:VN:0123456789ABCDEF'

function request(changes: Partial<IssueRequest> = {}): IssueRequest {
  return { person, dose: second, timeline: [second, first], uvci, ...changes }
}

const issueIt = (
  changes: Partial<IssueRequest> = {},
  options: Partial<IssueOptions> = {},
  signer: Partial<DocumentSigner> = {},
) => issue(request(changes), authority(signer), { issuedAt: NOW, ...options })

describe('issue', () => {
  it('makes of a clean dose a certificate that our own verifier accepts', async () => {
    const signed = await issueIt()
    const verdict = await verify(signed.text, {
      trust: trustList([authority().documentSigner]),
      at: NOW,
      profile: 'strict',
    })
    expect(verdict.kind).toBe('accepted')
    expect(signed.claims.dcc).toEqual({
      ver: '1.3.0',
      nam: { fn: 'Đặng', fnt: 'DANG', gn: 'Thị Ngọc Ánh', gnt: 'THI<NGOC<ANH' },
      dob: '1990-03-12',
      v: [
        {
          tg: '840539006',
          vp: '1119349007',
          mp: 'EU/1/20/1528',
          ma: 'ORG-100030215',
          dn: 2,
          sd: 2,
          dt: '2021-08-01',
          co: 'VN',
          is: 'Bộ Y tế (SAMPLE)',
          ci: uvci,
        },
      ],
    })
  })

  it('writes what the reading side reads back, to the last field', async () => {
    const { cose, claims, text } = await issueIt()
    expect(readText(text).cose).toEqual(cose)
    expect(readPayload(parseSign1(cose).payload, 'strict')).toEqual(claims)
  })

  it('makes a fresh identifier with a check character when none is given', async () => {
    const { uvci: _, ...anonymous } = request()
    const made = await Promise.all([1, 2].map(() => issue(anonymous, authority(), { issuedAt: NOW })))
    const [left, right] = made.map(({ claims }) => claims.dcc.v?.[0]?.ci)
    expect(left).toMatch(/^URN:UVCI:01:VN:[A-Z0-9/:]+#[A-Z0-9/:]$/)
    expect(left).not.toBe(right)
  })

  it('counts a first dose as the first of its series', async () => {
    const signed = await issueIt({ dose: first, timeline: [first] })
    expect(signed.claims.dcc.v?.[0]).toMatchObject({ dn: 1, sd: 2 })
  })

  it('lasts twelve months, or as long as the document signer', async () => {
    const exp = async (issuedAt: string, notAfter = '2036-01-01') =>
      (await issueIt({}, { issuedAt: new Date(issuedAt) }, { notAfter: seconds(notAfter) })).claims.exp
    expect(await exp('2022-06-01T10:30:00Z')).toBe(seconds('2023-06-01T10:30:00Z'))
    expect(await exp('2024-02-29T00:00:00Z')).toBe(seconds('2025-02-28T00:00:00Z'))
    expect(await exp('2022-06-01T00:00:00Z', '2022-09-01')).toBe(seconds('2022-09-01'))
  })

  it('never signs beyond the document signer', async () => {
    const late = { expiresAt: new Date('2036-01-02') }
    expect(await asyncCodeOf(issueIt({}, late))).toBe('signer.expired')
    expect(await asyncCodeOf(issueIt({}, {}, { notBefore: seconds('2022-06-02') }))).toBe('signer.expired')
    expect(await asyncCodeOf(issueIt({}, {}, { notAfter: seconds('2022-05-31') }))).toBe('signer.expired')
  })

  it('never signs an event that the key may not sign, nor for another country', async () => {
    expect(await asyncCodeOf(issueIt({}, {}, { usages: ['test'] }))).toBe('signer.usage')
    const foreign = { ...authority(), country: 'TH' }
    expect(await asyncCodeOf(signDcc(samples.test, foreign, { issuedAt: NOW }))).toBe('signer.country')
  })

  it('signs tests and recoveries too', async () => {
    for (const dcc of [samples.test, samples.recovery]) {
      const { text } = await signDcc(dcc, authority(), { issuedAt: NOW })
      expect((await verify(text, { trust: trustList([authority().documentSigner]), at: NOW })).kind).toBe('accepted')
    }
  })

  it.each<[string, Partial<IssueRequest>]>([
    ['record.product', { dose: dose('b', '2021-08-01', 'Fizer') }],
    ['record.timeline', { timeline: [first] }],
    ['record.timeline', { timeline: [second, dose('c', '2021-08-01')] }],
    ['record.date', { dose: dose('b', '2021-02-30'), timeline: [dose('b', '2021-02-30')] }],
    ['record.date', { dose: dose('b', '1989-01-01'), timeline: [dose('b', '1989-01-01')] }],
    ['record.date', { dose: dose('b', '2022-06-03'), timeline: [dose('b', '2022-06-03')] }],
    ['record.country', { dose: dose('b', '2021-08-01', 'EU/1/20/1528', 'TH') }],
    ['record.birth-date', { person: { ...person, birthDate: '' } }],
    ['record.birth-date', { person: { ...person, birthDate: '1990-13' } }],
    ['record.birth-date', { person: { ...person, birthDate: '31/12/1990' } }],
    ['record.birth-date', { person: { ...person, birthDate: '1890-01-01' } }],
    ['record.name', { person: { ...person, name: { fullName: '' } } }],
    ['record.name', { person: { ...person, name: { familyName: '王', givenNames: '小明' } } }],
    ['dcc.schema', { uvci: 'U'.repeat(81) }],
  ])('refuses with %s what may not be signed (%#)', async (code, changes) => {
    expect(await asyncCodeOf(issueIt(changes))).toBe(code)
  })

  it('takes the passport spelling where the script cannot be transliterated', async () => {
    const name = { familyName: '王', givenNames: '小明', mrzName: 'WANG<<XIAOMING<<<' }
    const { claims } = await issueIt({ person: { ...person, name } })
    expect(claims.dcc.nam).toEqual({ fn: '王', fnt: 'WANG', gn: '小明', gnt: 'XIAOMING' })
  })

  it('takes a year or a month of birth, and certifies foreign doses only when told to', async () => {
    for (const birthDate of ['1990', '1990-03']) {
      expect((await issueIt({ person: { ...person, birthDate } })).claims.dcc.dob).toBe(birthDate)
    }
    const abroad = dose('b', '2021-08-01', 'EU/1/20/1528', 'TH')
    const { claims } = await issueIt({ dose: abroad, timeline: [first, abroad] }, { foreignDoses: true })
    expect(claims.dcc.v?.[0]).toMatchObject({ co: 'TH', dn: 2 })
  })

  it('hands nothing out that was not accepted when read back', async () => {
    const readBack = async (text: string) => verify(text, { trust: trustList([authority().documentSigner]), at: NOW })
    expect((await issueIt({}, { readBack })).text).toMatch(/^HC1:/)
    const stranger = async (text: string) => verify(text, { trust: trustList([]), at: NOW })
    expect(await asyncCodeOf(issueIt({}, { readBack: stranger }))).toBe('issue.read-back')
  })

  it('refuses codes outside the value sets and triples that do not belong together', () => {
    const change = (changes: object): Dcc => ({
      ...samples.vaccination,
      v: [{ ...samples.vaccination.v[0], ...changes }],
    })
    const prepareIt = (dcc: Dcc) => codeOf(() => prepare(dcc, authority(), { issuedAt: NOW }))
    expect(prepareIt(change({ mp: 'EU/1/99/9999' }))).toBe('dcc.value-set')
    expect(prepareIt(change({ ma: 'ORG-100001699' }))).toBe('dcc.value-set')
    expect(prepareIt(change({ dn: 0 }))).toBe('dcc.schema')
    expect(prepareIt(change({ dt: '2021-09' }))).toBe('dcc.schema')
    expect(prepareIt({ ...samples.vaccination, t: samples.test.t })).toBe('dcc.schema')
  })

  it('lays out the bytes before anybody signs, so that a signature can be put to them later', async () => {
    const by = authority()
    const prepared = prepare(samples.vaccination, by, { issuedAt: NOW })
    const signature = await by.signer.sign(prepared.toBeSigned)
    const signed = finish(prepared, signature, by)
    expect(signed).toEqual(await signDcc(samples.vaccination, by, { issuedAt: NOW }))
    expect(codeOf(() => finish(prepared, signature.slice(1), by))).toBe('signer.refused')
  })

  it('calls a wrong call a TypeError', () => {
    const by = authority()
    const otherKid = { ...by, signer: { ...by.signer, kid: new Uint8Array(8) } }
    const prepareIt = (issuer: typeof by, expiresAt: Date) => () =>
      prepare(samples.vaccination, issuer, { issuedAt: NOW, expiresAt })
    expect(prepareIt(otherKid, new Date('2023-01-01'))).toThrow(TypeError)
    expect(prepareIt({ ...by, signer: { ...by.signer, algorithm: 'PS256' } }, new Date('2023-01-01'))).toThrow(
      TypeError,
    )
    expect(prepareIt(by, NOW)).toThrow(TypeError)
    expect(prepareIt(by, new Date('never'))).toThrow(TypeError)
  })
})

describe('issue, told of doses that cannot be', () => {
  const early = dose('a', '1989-07-01')
  const before = dose('a', '2020-01-01')
  const future = dose('a', '2031-07-01')

  it.each([early, before, future])('certifies no other dose of the person either: %o', async (impossible) => {
    expect(await asyncCodeOf(issueIt({ timeline: [impossible, second] }))).toBe('record.date')
  })

  it('takes a dose for certified only when its timeline says the same of it', async () => {
    const other = [dose('b', '2021-08-02'), dose('b', '2021-08-01', 'Abdala')]
    for (const entry of other) expect(await asyncCodeOf(issueIt({ timeline: [first, entry] }))).toBe('record.timeline')
  })

  it('signs nothing that strict verification refuses or reads otherwise', () => {
    const change = (changes: object): Dcc => ({
      ...samples.vaccination,
      v: [{ ...samples.vaccination.v[0], ...changes }],
    })
    const prepareIt = (dcc: Dcc) => codeOf(() => prepare(dcc, authority(), { issuedAt: NOW }))
    for (const dn of [2 ** 53, 2 ** 64 + 4096, 1e300]) expect(prepareIt(change({ dn }))).toBe('dcc.schema')
    for (const is of ['\ud800', 'A\udc00B']) expect(prepareIt(change({ is }))).toBe('dcc.schema')
    const endless = authority({ notAfter: Number.NaN })
    expect(codeOf(() => prepare(samples.test, endless, { issuedAt: NOW }))).toBe('signer.expired')
  })

  it('hands out no text longer than a QR code', async () => {
    const by = authority()
    const prepared = prepare(samples.test, by, { issuedAt: NOW })
    const signature = new Uint8Array(64)
    const finishWith = (length: number) =>
      finish({ ...prepared, payload: crypto.getRandomValues(new Uint8Array(length)) }, signature, by)
    expect(finishWith(2700).text.length).toBeLessThanOrEqual(4296)
    expect(codeOf(() => finishWith(2900))).toBe('text.too-large')
  })

  it('issues after 2106 as before', async () => {
    const late = { issuedAt: new Date('2110-06-01T00:00:00Z') }
    const { claims } = await issueIt({}, late, { notAfter: seconds('2120-01-01') })
    expect(claims.exp).toBe(seconds('2111-06-01'))
  })

  it('calls an empty identifier or issuer a TypeError', async () => {
    await expect(issueIt({ uvci: '' })).rejects.toThrow(TypeError)
    await expect(issue(request(), { ...authority(), issuer: '' }, { issuedAt: NOW })).rejects.toThrow(TypeError)
  })
})
