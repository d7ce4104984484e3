import { readFileSync } from 'node:fs'
import { type CborWritable, writeCbor, writeSign1 } from '@vaxcert/core/cose'
import { deterministicSigner } from '@vaxcert/core/cose/signers'
import { type Claims, writeText } from '@vaxcert/core/dcc'
import { signDcc } from '@vaxcert/core/issue'
import { documentSignerFromCertificate } from '@vaxcert/core/trust/x509'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits2022 } from '../../src/cleanse/limits.ts'
import { livesTooLong, malformedIdentifier, notReadBack } from '../../src/process/certificate-rules.ts'
import { judgeCertificate } from '../../src/process/judge-certificate.ts'
import { dcc, shownByVietNam, vaccination } from '../abroad/dcc.ts'

const at = (text: string): number => Date.parse(text) / 1000
const issued = at('2022-04-14T15:38:07Z')
const times = (iat: number, exp: number) => ({ claims: { iss: 'VN', iat, exp, dcc }, limits: limits2022, text: '' })

/** An unsigned message that says this, packed as a certificate: what judges a text looks at no signature. */
function textOf(content: CborWritable, changes: readonly (readonly [number, CborWritable])[] = []): string {
  const claims = new Map<number, CborWritable>([
    [1, 'VN'],
    [4, issued + 86_400],
    [6, issued],
    ...changes,
    [-260, new Map([[1, content]])],
  ])
  const header = writeCbor(new Map([[1, -7]])).slice()
  return writeText(writeSign1(header, writeCbor(claims).slice(), new Uint8Array(64)))
}

const saying = (event: Record<string, CborWritable>, nam: Record<string, CborWritable> = {}): CborWritable => {
  const { ver, dob } = dcc
  return { ver, nam: { ...dcc.nam, ...nam }, dob, v: [{ ...vaccination, ...event }] }
}
const partsOf = (content: CborWritable) => notReadBack.check({ text: textOf(content) })

describe('PR-06, a certificate that lives too long', () => {
  it('is the one that Viet Nam showed: 1,021 days', () => {
    expect((at('2025-01-30T00:00:00Z') - issued) / 86_400).toBeCloseTo(1021, 0)
    expect(livesTooLong.check({ claims: shownByVietNam, limits: limits2022, text: '' })).toEqual(['exp'])
  })

  it.each([
    ['2022-04-14T15:38:07Z', '2023-04-14T15:38:07Z', []],
    ['2022-04-14T15:38:07Z', '2023-04-14T15:38:08Z', ['exp']],
    ['2024-02-29T00:00:00Z', '2025-02-28T00:00:00Z', []],
    ['2024-02-29T00:00:00Z', '2025-03-01T00:00:00Z', ['exp']],
  ])('from %s to %s: %j', (iat, exp, parts) => {
    expect(livesTooLong.check(times(at(iat), at(exp)))).toEqual(parts)
  })

  it('outlives its signer, or began before', () => {
    const signer = { notBefore: issued, notAfter: issued + 1000 }
    expect(livesTooLong.check({ ...times(issued, issued + 1000), signer })).toEqual([])
    expect(livesTooLong.check({ ...times(issued, issued + 1001), signer })).toEqual(['exp'])
    expect(livesTooLong.check({ ...times(issued - 1, issued + 1000), signer })).toEqual(['iat'])
  })

  it('says no time at all', () => {
    const without = (claims: Omit<Claims, 'dcc'>) => ({ claims: { ...claims, dcc }, limits: limits2022, text: '' })
    expect(livesTooLong.check(without({ exp: issued }))).toEqual(['iat'])
    expect(livesTooLong.check(without({ iat: issued }))).toEqual(['exp'])
  })
})

describe('PR-07, an identifier', () => {
  const identified = (ci: string, used: readonly string[] = []) =>
    malformedIdentifier.check({
      claims: { dcc: { ...dcc, v: [{ ...vaccination, ci }] } },
      limits: limits2022,
      text: '',
      isUsed: (one) => used.includes(one),
    })

  it.each(['URN:UVCI:01:SG:3-61', 'urn:uvci:01:VN:a', 'URN:UVCI:01:VN: A', '', `URN:UVCI:01:VN:${'A'.repeat(58)}`])(
    'is malformed: %j',
    (ci) => {
      expect(identified(ci)).toEqual(['v.0.ci'])
    },
  )

  it.each([
    'URN:UVCI:01:VN:FFFE3D31FABD035899134A9D3BAE9BCF',
    'URN:UVCI:01:VN:A/B#C',
    `URN:UVCI:01:VN:${'A'.repeat(57)}`,
  ])('is right: %s', (ci) => {
    expect(identified(ci)).toEqual([])
  })

  it('may stand in one certificate only', () => {
    expect(identified('URN:UVCI:01:VN:A', ['URN:UVCI:01:VN:A'])).toEqual(['v.0.ci'])
    expect(identified('URN:UVCI:01:VN:B', ['URN:UVCI:01:VN:A'])).toEqual([])
  })

  it('is looked for in tests and recoveries too', () => {
    const { v: _, ...person } = dcc
    const content = { ...person, r: [{ tg: '', fr: '', co: '', is: '', df: '', du: '', ci: 'x' }] }
    expect(malformedIdentifier.check({ claims: { dcc: content }, limits: limits2022, text: '' })).toEqual(['r.0.ci'])
  })
})

describe('PR-08, a certificate that does not read back', () => {
  it.each([
    ['an unknown code', saying({ tg: '1' }), ['v.0.tg']],
    ['a product of another holder', saying({ mp: 'EU/1/21/1529' }), ['v.0.ma', 'v.0.vp']],
    ['a name that is not NFC', saying({}, { fn: 'Trần'.normalize('NFD') }), ['nam.fn']],
    ['a blank at the end', saying({ is: 'Ministry ' }), ['dcc.schema']],
    ['a null', saying({ is: null }), ['dcc.schema']],
    ['a text for a number', saying({ dn: '1' }), ['dcc.schema']],
    ['half a dose', saying({ dn: 1.5 }), ['dcc.schema']],
    ['a field that is none', saying({ batch: 'FK0112' }), ['dcc.schema']],
    ['nothing', {}, ['dcc.schema']],
  ] as const)('for %s', (_name, content, parts) => {
    expect([...partsOf(content)].sort()).toEqual(parts)
  })

  it('for a whole number as floating point', () => {
    const text = textOf(saying({ dn: 1 }))
    expect(notReadBack.check({ text })).toEqual([])
    expect(notReadBack.check({ text: withFloatDose() })).toEqual(['payload'])
  })

  it('for a text that is none', () => {
    expect(notReadBack.check({ text: 'HC1:' })).toEqual([expect.stringMatching(/^text\./)])
    expect(notReadBack.check({ text: '' })).toEqual(['text.prefix'])
  })

  it('never, of what we issue', async () => {
    const keys = new URL('../../../../keys-sample/', import.meta.url)
    const pem = (ending: string) => readFileSync(new URL(`dsc-all${ending}.pem`, keys), 'utf8')
    const documentSigner = documentSignerFromCertificate(pem(''))
    const pkcs8 = Buffer.from(pem('.key').replace(/-----[^-]+-----/g, ''), 'base64')
    const signer = deterministicSigner({ kid: documentSigner.kid, pkcs8 })
    const authority = { signer, documentSigner, country: 'VN', issuer: 'SAMPLE Ministry' }
    const { text } = await signDcc(dcc, authority, { issuedAt: new Date('2022-06-01T12:00:00Z') })
    expect(judgeCertificate(text, { limits: limits2022, signer: documentSigner, isUsed: () => false })).toEqual([])
    const late = { issuedAt: new Date('2022-06-01T12:00:00Z'), expiresAt: new Date('2023-06-02T12:00:00Z') }
    expect(judgeCertificate((await signDcc(dcc, authority, late)).text, { limits: limits2022 })).toEqual([
      { rule: 'PR-06', severity: 'B', parts: ['exp'] },
    ])
  })
})

describe('what is said of a certificate', () => {
  it('is all that the rules find, and no value of it', () => {
    const text = textOf(saying({ mp: 'EU/1/21/1529', vp: 'J07BX03', ci: 'x' }), [[4, issued + 1021 * 86_400]])
    expect(judgeCertificate(text, { limits: limits2022 })).toEqual([
      { rule: 'PR-06', severity: 'B', parts: ['exp'] },
      { rule: 'PR-07', severity: 'B', parts: ['v.0.ci'] },
      { rule: 'PR-08', severity: 'B', parts: expect.arrayContaining(['v.0.ma']) },
    ])
  })

  it('is said of any text, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^HC1:[0-9A-Z $%*+./:-]{0,80}$/)), (text) => {
        expect(judgeCertificate(text, { limits: limits2022 })).toMatchObject([{ rule: 'PR-08' }])
      }),
    )
  })
})

/** The same with the dose number 1 as a float of 16 bits, f9 3c 00 (RFC 8949 §3.3). */
function withFloatDose(): string {
  const key = Buffer.from('62646e01', 'hex')
  const payload = writeCbor(
    new Map<number, CborWritable>([
      [1, 'VN'],
      [4, issued + 86_400],
      [6, issued],
      [-260, new Map([[1, saying({ dn: 1 })]])],
    ]),
  )
  const bytes = Buffer.from(payload)
  const place = bytes.indexOf(key)
  const changed = Buffer.concat([
    bytes.subarray(0, place),
    Buffer.from('62646ef93c00', 'hex'),
    bytes.subarray(place + 4),
  ])
  return writeText(writeSign1(writeCbor(new Map([[1, -7]])).slice(), new Uint8Array(changed), new Uint8Array(64)))
}
