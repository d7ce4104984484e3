import { describe, expect, it } from 'vitest'
import { writeCbor } from '../../src/cose/cbor-writer.ts'
import { toBeSigned, writeSign1 } from '../../src/cose/sign1.ts'
import { writeText } from '../../src/dcc/text.ts'
import { Fault } from '../../src/fault.ts'
import { prepare } from '../../src/issue/prepare.ts'
import { signDcc } from '../../src/issue/sign.ts'
import { denyList } from '../../src/trust/deny-list.ts'
import type { ListsAge } from '../../src/trust/lists-age.ts'
import type { Revocation, RevocationSubject } from '../../src/trust/revocation/revocation.ts'
import { trustList } from '../../src/trust/trust-list.ts'
import type { Verdict } from '../../src/verify/verdict.ts'
import { verify } from '../../src/verify/verify.ts'
import type { VerifyOptions } from '../../src/verify/verify-options.ts'
import { authority, NOW, samples } from './world.ts'

const ours = authority()
const trust = trustList([ours.documentSigner])
const fresh: ListsAge = { age: 'fresh', seconds: 60, clock: 'right' }

async function judge(options: Partial<VerifyOptions>, by = ours): Promise<Verdict> {
  const { text } = await signDcc(samples.vaccination, by, { issuedAt: new Date('2022-05-01T00:00:00Z') })
  return verify(text, { trust, at: NOW, ...options })
}

const word = ({ kind, ...verdict }: Verdict) => ('code' in verdict ? `${kind} ${verdict.code}` : kind)
const outcomes = ({ checks }: Verdict) => Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))

describe('The deny list', () => {
  it('outweighs the trust list, by kid and by key', async () => {
    const { kid, spki } = ours.documentSigner
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', spki.slice()))
    for (const entry of [{ kid }, { key: digest }]) {
      const denied = trustList([ours.documentSigner], denyList([{ ...entry, reason: 'test' }]))
      const verdict = await judge({ trust: denied })
      expect(word(verdict)).toBe('refused signer.denied')
      expect(outcomes(verdict)).toMatchObject({ signature: 'passed', validity: 'failed', country: 'skipped' })
    }
  })

  it('makes a refusal of a kid that is on no trust list, where it would be undecided', async () => {
    const denied = denyList([{ kid: ours.documentSigner.kid, reason: 'test' }])
    expect(word(await judge({ trust: trustList([], denied) }))).toBe('refused signer.denied')
    expect(word(await judge({ trust: trustList([]) }))).toBe('undecided signer.unknown')
  })
})

describe('The age of the lists', () => {
  it.each([
    ['fresh', 'accepted', []],
    ['stale', 'accepted', ['lists.stale']],
    ['too-old', 'undecided lists.too-old', undefined],
  ] as const)('%s: %s', async (age, expected, warnings) => {
    const verdict = await judge({ lists: { ...fresh, age } })
    expect(word(verdict)).toBe(expected)
    expect('warnings' in verdict ? verdict.warnings : undefined).toEqual(warnings)
    expect(outcomes(verdict)).toMatchObject({ clock: 'passed', event: 'passed', revocation: 'skipped' })
  })

  it('is not asked for a certificate that is wrong in itself', async () => {
    const lists: ListsAge = { ...fresh, age: 'too-old' }
    expect(word(await judge({ lists, at: new Date('2030-01-01') }))).toBe('refused dcc.expired')
    expect(word(await judge({ lists }, authority({}, 'second')))).toBe('refused signature.mismatch')
  })

  it('judges no time by a clock that is behind', async () => {
    const lists: ListsAge = { ...fresh, clock: 'behind' }
    const verdict = await judge({ lists, at: new Date('2000-01-01') })
    expect(word(verdict)).toBe('undecided clock.behind')
    expect(outcomes(verdict)).toMatchObject({ claims: 'passed', clock: 'failed', time: 'skipped' })
    expect('decoded' in verdict && verdict.signer).toEqual(ours.documentSigner)
  })
})

describe('Revocation', () => {
  const answering = (answer: boolean | Promise<boolean>): Revocation => ({ isRevoked: () => answer })

  it.each([
    ['at once', true],
    ['later', Promise.resolve(true)],
  ] as const)('refuses what it is told %s', async (_, answer) => {
    expect(word(await judge({ revocation: answering(answer) }))).toBe('refused dcc.revoked')
  })

  it('is passed where the list says no', async () => {
    for (const answer of [false, Promise.resolve(false)]) {
      const verdict = await judge({ revocation: answering(answer) })
      expect(word(verdict)).toBe('accepted')
      expect(outcomes(verdict)).toMatchObject({ revocation: 'passed', rules: 'skipped', clock: 'skipped' })
    }
  })

  it('leaves open what the list cannot tell, at once or later', async () => {
    const fault = new Fault('revocation.unavailable', 'test')
    const refusing = {
      isRevoked: () => {
        throw fault
      },
    }
    for (const revocation of [refusing, { isRevoked: () => Promise.reject(fault) }]) {
      const verdict = await judge({ revocation })
      expect(word(verdict)).toBe('undecided revocation.unavailable')
      expect(outcomes(verdict)).toMatchObject({ lists: 'skipped', revocation: 'failed' })
    }
  })

  it('is asked about what stood in the signed message', async () => {
    const seen: RevocationSubject[] = []
    const revocation = { isRevoked: (subject: RevocationSubject) => seen.push(subject) === 0 }
    const verdict = await judge({ revocation })
    const [{ ci, co } = { ci: '', co: '' }] = samples.vaccination.v
    expect(seen).toMatchObject([{ kid: ours.documentSigner.kid, algorithm: 'ES256', ci, country: co, issuer: 'VN' }])
    expect(verdict.kind === 'accepted' && verdict.dcc.message.signature).toEqual(seen[0]?.signature)
  })

  it('is asked under every kid of the key, for one in the unprotected header can be exchanged', async () => {
    const again = { ...ours.documentSigner, kid: Uint8Array.of(8, 7, 6, 5, 4, 3, 2, 1) }
    const both = { trust: trustList([ours.documentSigner, again]) }
    const seen: Uint8Array[] = []
    const nothing = { isRevoked: ({ kid }: RevocationSubject) => seen.push(kid) === 0 }
    expect(word(await judge({ ...both, revocation: nothing }))).toBe('accepted')
    expect(seen).toEqual([ours.documentSigner.kid, again.kid])
    const revocation = { isRevoked: ({ kid }: RevocationSubject) => kid === again.kid }
    expect(word(await judge({ ...both, revocation }))).toBe('refused dcc.revoked')
    expect(word(await judge({ revocation }))).toBe('accepted')
  })

  it('is asked about documents that nobody judges, which have no identifier', async () => {
    const { protectedBytes } = prepare(samples.vaccination, ours, { issuedAt: new Date('2022-05-01T00:00:00Z') })
    const payload = writeCbor(new Map([[-260, new Map([[-6, { n: 'DO' }]])]]))
    const signature = await ours.signer.sign(toBeSigned(protectedBytes, payload))
    const text = writeText(writeSign1(protectedBytes, payload, signature))
    const seen: RevocationSubject[] = []
    const nothing = { isRevoked: (subject: RevocationSubject) => seen.push(subject) === 0 }
    expect(word(await verify(text, { trust, at: NOW, revocation: nothing }))).toBe('undecided content.no-rules')
    expect(seen).toEqual([{ kid: ours.documentSigner.kid, signature, algorithm: 'ES256' }])
    for (const answer of [true, Promise.resolve(true)]) {
      const verdict = await verify(text, { trust, at: NOW, revocation: answering(answer) })
      expect(word(verdict)).toBe('refused dcc.revoked')
      expect(outcomes(verdict)).toMatchObject({ country: 'passed', content: 'failed', usage: 'skipped' })
    }
  })

  it('is not asked about a certificate that is refused anyway', async () => {
    const revocation = {
      isRevoked: () => {
        throw new TypeError('asked')
      },
    }
    expect(word(await judge({ revocation, at: new Date('2030-01-01') }))).toBe('refused dcc.expired')
  })
})
