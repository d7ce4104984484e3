import { beforeAll, describe, expect, it } from 'vitest'
import { decode } from '../../src/dcc/decode.ts'
import { signDcc } from '../../src/issue/sign.ts'
import { bytes, hex } from '../cose/hex.ts'
import { authority, NOW, samples } from '../verify/world.ts'
import { bstr, compose, forge, HEADER, judge, KID, type Parts, sign, verdictOn } from './forge.ts'
import { ecHabit, forgedAuthority, rsaHabit } from './forged-authority.ts'
import { payloadWith } from './forged-payload.ts'

const payload = payloadWith()
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const PS256_HEADER = HEADER.replace('26', '3824')

let good: Parts
let r: string
let s: string

beforeAll(async () => {
  good = await sign({ payload })
  const signature = good.signature.slice(4)
  r = signature.slice(0, 64)
  s = signature.slice(64)
})

const digits = (value: bigint): string => value.toString(16).padStart(64, '0')
const withSignature = (signature: string, parts = good): Promise<string> =>
  judge(compose({ ...parts, signature: bstr(signature) }))

describe('S3, S4: keys that a careless list would hold', () => {
  it.each(['P-384', 'P-521'])('%s under ES256 is refused', async (curve) => {
    const by = await forgedAuthority(ecHabit(curve))
    const text = await forge({ payload }, by)
    expect(await judge(text, { signers: [by.documentSigner] })).toBe('cose.shape')
    const half = await sign({ payload }, by)
    const cut = compose({ ...half, signature: bstr(half.signature.slice(-128)) })
    expect(await judge(cut, { signers: [by.documentSigner] })).toBe('cose.algorithm')
  })

  it.each([
    [2048, 'accepted'],
    [3072, 'accepted'],
    [1024, 'cose.shape'],
  ])('RSA-%i is %s', async (bits, outcome) => {
    const by = await forgedAuthority(rsaHabit(bits))
    const text = await forge({ header: PS256_HEADER, payload }, by)
    expect(await judge(text, { signers: [by.documentSigner] })).toBe(outcome)
  })

  it.each([
    ['PKCS #1 v1.5', rsaHabit(2048, 32, 'SHA-256', 'RSASSA-PKCS1-v1_5')],
    ['salt 0', rsaHabit(2048, 0)],
    ['salt 20', rsaHabit(2048, 20)],
    ['salt 33', rsaHabit(2048, 33)],
    ['SHA-512', rsaHabit(2048, 32, 'SHA-512')],
  ])('a signature of PS256 in all but %s is none', async (_, habit) => {
    const by = await forgedAuthority(habit)
    const text = await forge({ header: PS256_HEADER, payload }, by)
    expect(await judge(text, { signers: [by.documentSigner] })).toBe('signature.mismatch')
  })

  it('ES256 over SHA-384 is none', async () => {
    const by = await forgedAuthority(ecHabit('P-256', 'SHA-384'))
    expect(await judge(await forge({ payload }, by), { signers: [by.documentSigner] })).toBe('signature.mismatch')
  })
})

describe('S9: tags', () => {
  const accepted = ['', 'd2', 'd812', 'd83dd2', 'd83dd812']
  const singles = Array.from({ length: 24 }, (_, tag) => (0xc0 | tag).toString(16))
  const doubles = Array.from({ length: 256 }, (_, tag) => `d8${tag.toString(16).padStart(2, '0')}`)
  const wider = [
    'd90012',
    'da00000012',
    'db0000000000000012',
    'd9d9f7',
    'd83d',
    'd83dd83dd2',
    'd2d2',
    'd2d83d',
    'd83dd2d2',
  ]

  it('are none, 18, and 61 around 18: of all of one and two bytes, alone and around 18', async () => {
    const inside = ['', 'd2']
    for (const tag of ['', ...singles, ...doubles]) {
      for (const tags of inside.map((inner) => tag + inner)) {
        const outcome = await judge(compose({ ...good, head: `${tags}84` }))
        expect(outcome, tags).toBe(accepted.includes(tags) ? 'accepted' : 'cose.shape')
      }
    }
  })

  it.each(wider)('%s is read by its number, not by its length', async (tags) => {
    const is18 = /^d[9ab]0*12$/.test(tags)
    expect(await judge(compose({ ...good, head: `${tags}84` }))).toBe(is18 ? 'accepted' : 'cose.shape')
  })
})

describe('S10: four parts', () => {
  it.each<[string, Partial<Parts>]>([
    ['a detached payload', { payload: 'f6' }],
    ['no payload', { payload: '' }],
    ['a payload that is no byte string', { payload }],
    ['three parts', { head: 'd283', signature: '' }],
    ['five parts', { head: 'd285', signature: `5840${'00'.repeat(64)}40` }],
    ['a list of open length', { head: 'd29f', signature: `5840${'00'.repeat(64)}ff` }],
    ['COSE_Sign', { head: 'd862 84', signature: `818343a10126a05840${'00'.repeat(64)}` }],
    ['a header that is no byte string', { protected: HEADER }],
    ['a signature that is null', { signature: 'f6' }],
    ['a map of four', { head: 'd2a2' }],
  ])('%s is refused', async (_, parts) => {
    expect(await judge(compose({ ...good, ...parts }))).toBe('cose.shape')
  })

  it('an empty payload is refused, though rightly signed', async () => {
    expect(await judge(await forge({ payload: '' }))).toBe('cose.shape')
  })
})

describe('S11: signatures out of shape', () => {
  it.each([0, 1, 32, 63, 65, 66, 70, 71, 72, 96, 128, 255, 256, 512])(
    '%i bytes are refused before any look-up',
    async (length) => {
      const verdict = await verdictOn(compose({ ...good, signature: bstr(new Uint8Array(length).fill(0x30)) }), {
        signers: [],
      })
      expect(verdict).toMatchObject({ kind: 'refused', code: 'cose.shape' })
    },
  )

  it('the same numbers written otherwise are refused', async () => {
    const integer = (value: string) => `02 21 00 ${value}`.replaceAll(' ', '')
    const der = `3046${integer(r)}${integer(s)}`
    for (const signature of [der, `00${r}00${s}`, `${r}${s}00`, `00${r}${s}`]) {
      expect(await withSignature(signature)).toBe('cose.shape')
    }
  })

  it('numbers out of range, exchanged or cut are no signature', async () => {
    const outside = [0n, order, order + 1n, 2n ** 256n - 1n].map(digits)
    const pairs = [...outside.flatMap((value) => [value + s, r + value, value + value]), s + r, r + r, digits(1n) + s]
    for (const pair of pairs) expect(await withSignature(pair)).toBe('signature.mismatch')
  })

  it('every wrong bit makes it none', async () => {
    const signature = bytes(r + s)
    for (let bit = 0; bit < 512; bit++) {
      const wrong = signature.slice()
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await withSignature(hex(wrong))).toBe('signature.mismatch')
    }
  })
})

describe('S12: the twin (r, n − s)', () => {
  it('is accepted beside the other, and only the signature differs', async () => {
    for (let day = 1; day <= 20; day++) {
      const issuedAt = new Date(Date.UTC(2022, 4, day))
      const { text } = await signDcc(samples.vaccination, authority(), { issuedAt })
      const { layers } = decode(text)
      const [header, content, signature] = [
        layers.message?.protectedBytes,
        layers.message?.payload,
        layers.message?.signature,
      ]
      if (!header || !content || !signature) throw new Error('not decoded')
      const pair = hex(signature)
      const twin = pair.slice(0, 64) + digits(order - BigInt(`0x${pair.slice(64)}`))
      const parts = { ...good, protected: bstr(header), payload: bstr(content), signature: bstr(twin) }
      const [one, two] = [await verdictOn(text), await verdictOn(compose(parts))]
      if (one.kind !== 'accepted' || two.kind !== 'accepted') throw new Error('not accepted')
      expect(two.dcc.claims).toEqual(one.dcc.claims)
      expect(two.dcc.message).toEqual({ ...one.dcc.message, signature: bytes(twin) })
    }
  })
})

describe('S14: parts of different certificates', () => {
  it('never fit: payload, signature and header exchanged in every way', async () => {
    const headers = [HEADER, `a2 04 48 ${KID} 01 26`, `a2 1801 26 04 48 ${KID}`]
    const days = ['2021-07-01', '2021-08-01', '2021-09-01']
    const certificates = await Promise.all(
      days.map((day, index) => {
        const dt = bstr(new TextEncoder().encode(day)).replace(/^4/, '6')
        return sign({
          header: headers[index] as string,
          payload: payloadWith({ at: 'event', key: '626474', value: dt }),
        })
      }),
    )
    for (const [a, b, c] of everyTriple(certificates)) {
      const text = compose({ ...a, payload: b.payload, signature: c.signature })
      expect(await judge(text)).toBe(a === b && b === c ? 'accepted' : 'signature.mismatch')
    }
  })

  it('with the kid of another signer, known or not, is none', async () => {
    const other = 'fffffffffffffff0'
    const signers = [authority().documentSigner, authority({ kid: bytes(other) }, 'second').documentSigner]
    const swapped = { ...good, protected: bstr(HEADER.replace(KID, other)) }
    expect(await judge(compose(swapped), { signers })).toBe('signature.mismatch')
    expect(await judge(compose(swapped))).toBe('signer.unknown')
    const unprotected = await sign({ header: 'a10126', payload, unprotected: `a1 04 48 ${other}` })
    expect(await judge(compose(unprotected), { signers })).toBe('signature.mismatch')
    expect(await judge(compose({ ...unprotected, unprotected: `a1 04 48 ${KID}` }), { signers, at: NOW })).toBe(
      'accepted',
    )
  })
})

function everyTriple<T>(items: readonly T[]): (readonly [T, T, T])[] {
  return items.flatMap((a) => items.flatMap((b) => items.map((c) => [a, b, c] as const)))
}
