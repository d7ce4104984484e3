import { describe, expect, it } from 'vitest'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { toBeSigned, writeSign1 } from '../../src/cose/sign1.ts'
import { writeText } from '../../src/dcc/text.ts'
import type { Claims, Dcc } from '../../src/dcc/types.ts'
import type { Authority } from '../../src/issue/authority.ts'
import { prepare } from '../../src/issue/prepare.ts'
import { signDcc } from '../../src/issue/sign.ts'
import type { DocumentSigner } from '../../src/trust/document-signer.ts'
import { trustList } from '../../src/trust/trust-list.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import { verify } from '../../src/verify/verify.ts'
import type { VerifyOptions } from '../../src/verify/verify-options.ts'
import { writeClaims } from '../dcc/claims-map.ts'
import { authority, NOW, samples, seconds } from './world.ts'

const validity = { issuedAt: new Date('2022-05-01T00:00:00Z') }

async function sign(dcc: Dcc = samples.vaccination, by: Authority = authority()): Promise<string> {
  return (await signDcc(dcc, by, validity)).text
}

/** Signs claims that `prepare` would refuse. */
async function signClaims(claims: Claims, by: Authority = authority()): Promise<string> {
  const { protectedBytes } = prepare(samples.vaccination, authority(), validity)
  const payload = writeCbor(writeClaims(claims))
  return writeText(writeSign1(protectedBytes, payload, await by.signer.sign(toBeSigned(protectedBytes, payload))))
}

function check(
  text: string,
  options: Partial<VerifyOptions> & { signers?: readonly DocumentSigner[] } = {},
): Promise<Verdict> {
  const { signers = [authority().documentSigner], ...rest } = options
  return verify(text, { trust: trustList(signers), at: NOW, ...rest })
}

const outcome = (verdict: Verdict) => (verdict.kind === 'accepted' ? 'accepted' : verdict.code)
const failed = (verdict: Verdict) =>
  verdict.checks.filter((check) => check.outcome === 'failed').map(({ name }) => name)
const behindSignature = [
  ...['claims', 'clock', 'time', 'validity', 'country', 'content', 'usage', 'event'],
  ...['lists', 'revocation', 'rules'],
]
const iat = seconds('2022-05-01')
const exp = seconds('2023-05-01')
const claimsOf = (changes: Partial<Claims>): Claims => ({ iss: 'VN', iat, exp, dcc: samples.vaccination, ...changes })

describe('verify', () => {
  it.each(['vaccination', 'test', 'recovery'] as const)(
    'accepts a %s certificate and says who signed',
    async (usage) => {
      const verdict = await check(await sign(samples[usage]))
      expect(verdict).toMatchObject({
        kind: 'accepted',
        dcc: { usage, claims: { iss: 'VN', iat, exp } },
        signer: { country: 'VN' },
      })
      if (verdict.kind === 'accepted') expect(verdict.dcc.claims.dcc).toEqual(samples[usage])
      const skipped = verdict.checks.filter(({ outcome }) => outcome === 'skipped')
      expect(skipped.map(({ name }) => name)).toEqual(['clock', 'lists', 'revocation', 'rules'])
      expect(verdict.checks.filter(({ outcome }) => outcome === 'passed')).toHaveLength(11)
    },
  )

  it('names every check, the failed one with its code, and skips those behind it', async () => {
    const verdict = await check(await sign(), { signers: [authority({}, 'second').documentSigner] })
    expect(verdict.kind).toBe('refused')
    expect(verdict.checks).toEqual([
      { name: 'text', outcome: 'passed' },
      { name: 'message', outcome: 'passed' },
      { name: 'signer', outcome: 'passed' },
      { name: 'signature', outcome: 'failed', code: 'signature.mismatch' },
      ...behindSignature.map((name) => ({ name, outcome: 'skipped' })),
    ])
  })

  it('is undecided about a key it does not hold', async () => {
    const other = authority({ kid: new Uint8Array(8) }).documentSigner
    expect(await check(await sign(), { signers: [other] })).toMatchObject({ kind: 'undecided', code: 'signer.unknown' })
    expect(await check(await sign(), { signers: [] })).toMatchObject({ kind: 'undecided' })
  })

  it('tries every document signer with the kid, and believes only the one that signed', async () => {
    const right = authority({ usages: ['vaccination'] }).documentSigner
    const wrong = authority({ country: 'TH', notBefore: 0, notAfter: 0 }, 'second').documentSigner
    for (const signers of [
      [right, wrong],
      [wrong, right],
    ]) {
      expect(await check(await sign(), { signers })).toMatchObject({ kind: 'accepted', signer: { country: 'VN' } })
      expect(outcome(await check(await sign(samples.test), { signers }))).toBe('signer.usage')
    }
  })

  it('lets the key decide about the algorithm', async () => {
    const rsa = { ...authority().documentSigner, algorithm: 'PS256' as const }
    expect(await check(await sign(), { signers: [rsa] })).toMatchObject({ kind: 'refused', code: 'cose.algorithm' })
  })

  it('reads no payload before the signature is right', async () => {
    const { protectedBytes } = prepare(samples.vaccination, authority(), validity)
    const text = writeText(writeSign1(protectedBytes, Uint8Array.of(0xff), new Uint8Array(64).fill(1)))
    const verdict = await check(text)
    expect(outcome(verdict)).toBe('signature.mismatch')
    expect(verdict).not.toHaveProperty('decoded')
  })

  it('holds iat, exp and nbf to the second, with the skew at the start only', async () => {
    const text = await signClaims(claimsOf({ iat: seconds('2022-06-01'), exp: seconds('2022-07-01') }))
    const at = async (time: string, clockSkewSeconds?: number) =>
      outcome(await check(text, { at: new Date(time), ...(clockSkewSeconds !== undefined && { clockSkewSeconds }) }))
    expect(await at('2022-05-31T23:54:59Z')).toBe('dcc.not-yet')
    expect(await at('2022-05-31T23:55:00Z')).toBe('accepted')
    expect(await at('2022-05-31T23:59:59Z', 0)).toBe('dcc.not-yet')
    expect(await at('2022-07-01T00:00:00Z')).toBe('accepted')
    expect(await at('2022-07-01T00:00:01Z')).toBe('dcc.expired')
    const later = await signClaims(claimsOf({ nbf: seconds('2022-06-02') }))
    expect(outcome(await check(later))).toBe('dcc.not-yet')
  })

  it('asks the document signer to be valid now and at the time of issue', async () => {
    const text = await sign()
    const by = (changes: Partial<DocumentSigner>, profile: 'eu' | 'strict' = 'eu') =>
      check(text, { profile, signers: [authority(changes).documentSigner] }).then(outcome)
    expect(await by({ notAfter: seconds('2022-05-31') })).toBe('signer.expired')
    expect(await by({ notBefore: seconds('2022-06-02') })).toBe('signer.expired')
    expect(await by({ notBefore: seconds('2022-05-02') })).toBe('accepted')
    expect(await by({ notBefore: seconds('2022-05-02') }, 'strict')).toBe('signer.expired')
    expect(await by({ notAfter: seconds('2022-12-31') })).toBe('accepted')
    expect(await by({ notAfter: seconds('2022-12-31') }, 'strict')).toBe('signer.expired')
    const future = await signClaims(claimsOf({ iat: seconds('2022-06-01T00:04:00Z') }))
    const ending = authority({ notAfter: seconds('2022-06-01T00:02:00Z') }).documentSigner
    expect(outcome(await check(future, { signers: [ending] }))).toBe('signer.expired')
  })

  it('holds the issuer to the country of the key', async () => {
    expect(outcome(await check(await signClaims(claimsOf({ iss: 'TH' }))))).toBe('signer.country')
    expect(outcome(await check(await signClaims(claimsOf({ iss: 'CNAM' }))))).toBe('accepted')
    const { iss, ...anonymous } = claimsOf({})
    expect(iss).toBe('VN')
    expect(outcome(await check(await signClaims(anonymous)))).toBe('accepted')
    const greek = [authority({ country: 'GR' }).documentSigner]
    expect(outcome(await check(await signClaims(claimsOf({ iss: 'EL' })), { signers: greek }))).toBe('accepted')
  })

  it.each(['vaccination', 'test', 'recovery'] as const)('lets a key sign %s only if it may', async (usage) => {
    const text = await sign(samples[usage])
    for (const allowed of ['vaccination', 'test', 'recovery'] as const) {
      const verdict = await check(text, { signers: [authority({ usages: [allowed] }).documentSigner] })
      expect(outcome(verdict)).toBe(allowed === usage ? 'accepted' : 'signer.usage')
    }
    expect(outcome(await check(text, { signers: [authority({ usages: [] }).documentSigner] }))).toBe('signer.usage')
  })

  it('refuses a positive test and events of the future (EU test list DGC7, DGC8)', async () => {
    const test = (changes: object) => ({ ...samples.test, t: [{ ...samples.test.t[0], ...changes }] })
    expect(outcome(await check(await sign(test({ tr: '260373001' }))))).toBe('dcc.positive')
    expect(outcome(await check(await sign(test({ sc: '2022-06-01T00:06:00Z' }))))).toBe('dcc.not-yet')
    expect(outcome(await check(await sign(test({ sc: '2022-06-01T07:04:00+07:00' }))))).toBe('accepted')
    const dose = (dt: string) => ({ ...samples.vaccination, v: [{ ...samples.vaccination.v[0], dt }] })
    expect(outcome(await check(await sign(dose('2022-06-03'))))).toBe('dcc.not-yet')
    expect(outcome(await check(await sign(dose('2022-06-02'))))).toBe('accepted')
  })

  it('gives the decoded certificate with a refusal once the signature was right', async () => {
    const verdict = await check(await sign(), { at: new Date('2030-01-01') })
    expect(verdict).toMatchObject({ kind: 'refused', code: 'dcc.expired', decoded: { claims: { iss: 'VN' } } })
    expect(failed(verdict)).toEqual(['time'])
  })

  it('never throws on any text', async () => {
    const good = await sign()
    const bad = [
      '',
      'HC1:',
      'hc1:',
      'HC1:A',
      'HC1:::',
      '\u0000',
      'HC1:\ud800',
      ` ${good}`,
      `${good} `,
      good.slice(0, -1),
      good.toLowerCase(),
      'H'.repeat(1e6),
    ]
    for (const text of bad) expect((await check(text)).kind, text.slice(0, 20)).toBe('refused')
  })

  it('calls a wrong option a TypeError', async () => {
    await expect(check('', { at: new Date('never') })).rejects.toThrow(TypeError)
    for (const clockSkewSeconds of [-1, 3601, Number.NaN]) {
      await expect(check('', { clockSkewSeconds })).rejects.toThrow(TypeError)
    }
  })
})
