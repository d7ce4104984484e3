import { beforeAll, describe, expect, it } from 'vitest'
import type { Authority } from '../../src/issue/authority.ts'
import { authority } from '../verify/world.ts'
import { bstr, compose, forge, HEADER, judge, KID, type Parts, sign, tstr, verdictOn } from './forge.ts'
import { forgedAuthority, rsaHabit } from './forged-authority.ts'
import { payloadWith } from './forged-payload.ts'

const payload = payloadWith()
const kidHeader = `a1 04 48 ${KID}`
const es256 = '01 26'

let good: Parts
let rsa: Authority

beforeAll(async () => {
  good = await sign({ payload })
  rsa = await forgedAuthority(rsaHabit())
})

describe('S1: an algorithm that nobody signed', () => {
  it.each([
    ['no header at all', ''],
    ['an empty map', 'a0'],
    ['the kid alone', kidHeader],
  ])('beside %s is accepted by eu, since the key pins it, and refused by strict', async (_, header) => {
    const text = await forge({ header, payload, unprotected: `a2 ${es256} 04 48 ${KID}` })
    expect(await judge(text)).toBe('accepted')
    expect(await judge(text, { profile: 'strict' })).toBe('cose.algorithm')
  })

  it('does not win against the protected one', async () => {
    const text = await forge({ payload, unprotected: 'a1 01 3824' })
    expect(await judge(text)).toBe('accepted')
    expect(await judge(await forge({ header: `a2 01 3824 04 48 ${KID}`, payload, unprotected: `a1 ${es256}` }))).toBe(
      'cose.shape',
    )
  })
})

describe('S2: the algorithm and the key', () => {
  const algorithms = [
    '26',
    '3824',
    '3822',
    '3823',
    '3829',
    '390100',
    '3901ff',
    '27',
    '2e',
    '05',
    '06',
    '00',
    '01',
    '0a',
  ]
  const others = [
    '1a00010000',
    'f93c00',
    'fbc01c000000000000',
    'f6',
    'f7',
    'f4',
    '8126',
    '4126',
    tstr('ES256'),
    tstr('none'),
  ]

  it.each([...algorithms, ...others])('%s signs only with the key that it names', async (id) => {
    const header = `a2 01 ${id} 04 48 ${KID}`
    const expected = { ec: ['26', 'fbc01c000000000000'], rsa: ['3824'] }
    for (const [name, by] of [
      ['ec', authority()],
      ['rsa', rsa],
    ] as const) {
      const outcome = await judge(await forge({ header, payload }, by), { signers: [by.documentSigner] })
      if (expected[name].includes(id)) expect(outcome).toBe('accepted')
      else expect(outcome).toMatch(/^cose\.(algorithm|shape)$/)
    }
  })

  it('does not name a key of the other kind, whatever the length of the signature', async () => {
    const signers = [{ ...authority().documentSigner, algorithm: 'PS256' as const, spki: rsa.documentSigner.spki }]
    expect(await judge(compose(good), { signers })).toBe('cose.algorithm')
    expect(await judge(await forge({ header: `a2 01 3824 04 48 ${KID}`, payload }, rsa))).toBe('cose.algorithm')
  })
})

describe('S5: the kid', () => {
  const other = 'ffffffffffffffff'
  const kid = (id: string) => `04 48 ${id}`

  it.each([
    ['protected', `a2 ${es256} ${kid(KID)}`, 'a0', 'accepted'],
    ['unprotected', `a1 ${es256}`, `a1 ${kid(KID)}`, 'accepted'],
    ['both, the same', `a2 ${es256} ${kid(KID)}`, `a1 ${kid(KID)}`, 'accepted'],
    ['both, the unprotected one another', `a2 ${es256} ${kid(KID)}`, `a1 ${kid(other)}`, 'accepted'],
    ['both, the protected one another', `a2 ${es256} ${kid(other)}`, `a1 ${kid(KID)}`, 'signer.unknown'],
    ['unknown', `a2 ${es256} ${kid(other)}`, 'a0', 'signer.unknown'],
    ['nowhere', `a1 ${es256}`, 'a0', 'cose.shape'],
    ['of 3 bytes', `a1 ${es256}`, 'a1 04 43 010203', 'cose.shape'],
    ['of 7 bytes', `a2 ${es256} 04 47 01020304050607`, 'a0', 'cose.shape'],
    ['of 9 bytes', `a2 ${es256} 04 49 ${KID}09`, 'a0', 'cose.shape'],
    ['of 16 bytes', `a2 ${es256} 04 50 ${KID}${KID}`, 'a0', 'cose.shape'],
    ['a text', `a2 ${es256} 04 68 3132333435363738`, 'a0', 'cose.shape'],
    ['null, with another beside it', `a2 ${es256} 04 f6`, `a1 ${kid(KID)}`, 'cose.shape'],
    ['under a text label', `a2 ${es256} 6134 48 ${KID}`, 'a0', 'cose.shape'],
  ])('%s', async (_, header, unprotected, outcome) => {
    expect(await judge(await forge({ header, payload, unprotected }))).toBe(outcome)
  })
})

describe('S6: one kid, several signers', () => {
  it('finds the one that signed wherever it stands, and asks no other for country, usage and times', async () => {
    const stranger = authority({ country: 'TH', usages: [], notBefore: 0, notAfter: 0 }, 'second').documentSigner
    for (let at = 0; at < 8; at++) {
      const signers = Array.from({ length: 8 }, (_, index) =>
        index === at ? authority().documentSigner : { ...stranger },
      )
      expect(await verdictOn(compose(good), { signers })).toMatchObject({ kind: 'accepted', signer: { country: 'VN' } })
    }
    expect(await judge(compose(good), { signers: [stranger, stranger] })).toBe('signature.mismatch')
  })

  it('tries those of the algorithm alone', async () => {
    for (const signers of [
      [rsa.documentSigner, authority().documentSigner],
      [authority().documentSigner, rsa.documentSigner],
    ]) {
      expect(await judge(compose(good), { signers })).toBe('accepted')
      expect(await judge(await forge({ header: `a2 01 3824 04 48 ${KID}`, payload }, rsa), { signers })).toBe(
        'accepted',
      )
    }
  })
})

describe('S7, S8: headers that are not what they must be', () => {
  it.each([
    ['crit with an unknown label', `a3 ${es256} 02 81 1863 04 48 ${KID}`],
    ['crit with a known label', `a3 ${es256} 02 81 01 04 48 ${KID}`],
    ['crit that is empty', `a3 ${es256} 02 80 04 48 ${KID}`],
    ['crit that is null', `a3 ${es256} 02 f6 04 48 ${KID}`],
    ['the algorithm twice', `a3 ${es256} ${es256} 04 48 ${KID}`],
    ['the algorithm twice, spelt otherwise', `a3 ${es256} 1801 26 04 48 ${KID}`],
    ['the kid twice', `a3 ${es256} 04 48 ${KID} 04 48 ${KID}`],
    ['a byte behind', `${HEADER} 00`],
    ['a list', `84 ${es256} 04 48 ${KID}`],
    ['a byte string in a byte string', bstr(HEADER)],
    ['a tag around', `d8 18 ${bstr(HEADER)}`],
    ['more than 1 KiB', `a3 ${es256} 04 48 ${KID} 05 59 0400 ${'00'.repeat(1024)}`],
  ])('protected, refused: %s', async (_, header) => {
    expect(await judge(await forge({ header, payload }))).toBe('cose.shape')
  })

  it('protected, up to 1 KiB, with labels we do not know, is accepted', async () => {
    const header = `a4 ${es256} 04 48 ${KID} 05 59 03e0 ${'00'.repeat(0x3e0)} 6178 f5`
    expect(await judge(await forge({ header, payload }))).toBe('accepted')
  })

  it.each([
    ['crit', 'a1 02 81 1863'],
    ['empty crit', 'a1 02 80'],
    ['a label twice', 'a2 07 00 07 00'],
    ['a label that is neither integer nor text', 'a1 f5 00'],
    ['no map', '80'],
    ['null', 'f6'],
    ['a byte string', '41a0'],
    ['a tag', 'a1 07 c1 00'],
    ['NaN', 'a1 07 f97e00'],
  ])('unprotected, refused: %s', async (_, unprotected) => {
    expect(await judge(compose({ ...good, unprotected }))).toBe('cose.shape')
  })
})

describe('S13: what stands unprotected', () => {
  it.each([
    ['a countersignature', `a1 07 83 43a10126 a0 5840 ${'11'.repeat(64)}`],
    ['a name', `a1 6178 ${tstr('Nguyễn XZQWVK')}`],
    ['two kilobytes', `a1 07 59 0800 ${'00'.repeat(2048)}`],
    ['nested maps', `a1 07 ${'a107'.repeat(12)} 00`],
  ])('%s changes nothing and is told nowhere', async (_, unprotected) => {
    const verdict = await verdictOn(compose({ ...good, unprotected }))
    const plain = await verdictOn(compose(good))
    if (verdict.kind !== 'accepted' || plain.kind !== 'accepted') throw new Error('not accepted')
    expect(verdict.checks).toEqual(plain.checks)
    expect(verdict.signer).toEqual(plain.signer)
    expect(verdict.dcc.claims).toEqual(plain.dcc.claims)
    expect(verdict.dcc.message).toEqual(plain.dcc.message)
  })
})
