import * as base45 from 'base45'
import { decode as decodeCbor, Encoder } from 'cbor-x'
import * as cose from 'cose-js'
import * as pako from 'pako'
import { describe, expect, it } from 'vitest'
import { readPrivateScalar, readPublicKey } from '../src/cose/keys.ts'
import { parseSign1 } from '../src/cose/sign1.ts'
import { decode } from '../src/dcc/decode.ts'
import { readText } from '../src/dcc/text.ts'
import type { Dcc } from '../src/dcc/types.ts'
import { signDcc } from '../src/issue/sign.ts'
import { trustList } from '../src/trust/trust-list.ts'
import { verify } from '../src/verify/verify.ts'
import { sampleKeys } from './verify/sample-keys.ts'
import { authority, NOW, samples, seconds } from './verify/world.ts'

const key = readPublicKey(sampleKeys.first.spki)
const point = key.keyType === 'EC' ? key.point : new Uint8Array(0)
const verifier = { key: { x: Buffer.from(point.slice(1, 33)), y: Buffer.from(point.slice(33)) } }
const claims = (payload: Uint8Array) => decodeCbor(payload) as Record<number, unknown>

describe('what we sign', () => {
  it.each(Object.entries(samples))(
    'is read by cose-js and a base45, pako and cbor-x composition: %s',
    async (_, dcc) => {
      const { text } = await signDcc(dcc, authority(), { issuedAt: NOW })
      const message = pako.inflate(base45.decode(text.slice(4)))
      expect(new Uint8Array(message)).toEqual(readText(text).cose)
      const payload = await cose.sign.verify(Buffer.from(message), verifier)
      expect(claims(payload)).toEqual({
        1: 'VN',
        4: seconds('2023-06-01'),
        6: seconds('2022-06-01'),
        '-260': { 1: dcc },
      })
    },
  )

  it('is refused by cose-js when a byte of the payload changes', async () => {
    const { cose: message } = await signDcc(samples.test, authority(), { issuedAt: NOW })
    const changed = Buffer.from(message)
    const inside = changed.indexOf('840539006')
    changed[inside] = 0x39
    await expect(cose.sign.verify(changed, verifier)).rejects.toThrow()
    expect(inside).toBeGreaterThan(0)
  })
})

/** Without `variableMapSize` every object gets a head of 16 bits: legal, not shortest. */
const encoder = new Encoder({ useRecords: false, mapsAsObjects: false })

describe('what they write', () => {
  const write = async (dcc: Dcc, alg: 'p' | 'u' = 'p'): Promise<string> => {
    const payload = encoder.encode(
      new Map<number, unknown>([
        [1, 'VN'],
        [6, seconds('2022-05-01')],
        [4, seconds('2023-05-01')],
        [-260, new Map([[1, dcc]])],
      ]),
    )
    const headers = { p: {}, u: {}, [alg]: { alg: 'ES256', kid: Buffer.from(authority().documentSigner.kid) } }
    const d = Buffer.from(readPrivateScalar(sampleKeys.first.pkcs8))
    const message = await cose.sign.create({ p: { ...headers.p, alg: 'ES256' }, u: headers.u }, payload, { key: { d } })
    return `HC1:${base45.encode(pako.deflate(message))}`
  }
  const trust = trustList([authority().documentSigner])

  it.each(Object.entries(samples))('we read, long map heads and all: %s', async (_, dcc) => {
    const text = await write(dcc)
    const decoded = decode(text)
    expect(parseSign1(readText(text).cose).algorithm?.name).toBe('ES256')
    expect(decoded.ok ? decoded.layers.claims : decoded.detail).toMatchObject({ dcc })
    expect((await verify(text, { trust, at: NOW })).kind).toBe('accepted')
  })

  it('we read with the kid in the unprotected bucket', async () => {
    expect((await verify(await write(samples.recovery, 'u'), { trust, at: NOW })).kind).toBe('accepted')
  })
})
