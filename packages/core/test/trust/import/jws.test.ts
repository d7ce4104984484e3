import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isJwsSignedBy, readJws } from '../../../src/trust/import/jws.ts'
import { codeOf } from '../../faults.ts'
import { type JwsPlan, makeJws } from './makers/jws.ts'
import { anchor, stranger } from './makers/world.ts'

const { key } = anchor
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const spkiOf = (publicKey: KeyObject): Uint8Array => new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
const make = (plan: Partial<JwsPlan> = {}): Uint8Array => makeJws({ payload: { a: 1 }, key, ...plan })
const codeWith = (plan: Partial<JwsPlan>): string => codeOf(() => readJws(make(plan)))
const text = (some: string): Uint8Array => new TextEncoder().encode(some)

describe('a JWS', () => {
  it('is right under the key that signed it, and under no other', async () => {
    const jws = readJws(make({ chain: [anchor, stranger] }))
    expect(new TextDecoder().decode(jws.payload)).toBe('{"a":1}')
    expect(jws.certificates.map(({ commonNames }) => commonNames[0])).toEqual([
      'SAMPLE trust anchor',
      'SAMPLE stranger',
    ])
    expect(await isJwsSignedBy(jws, key.spki)).toBe(true)
    expect(await isJwsSignedBy(jws, stranger.key.spki)).toBe(false)
    expect(await isJwsSignedBy(jws, spkiOf(rsa.publicKey))).toBe(false)
  })

  it.each([
    ['RS256', {}],
    ['PS256', { padding: 6, saltLength: 32 }],
  ])('may be made with %s', async (alg, options) => {
    const signRsa = (signed: Uint8Array) => new Uint8Array(sign('sha256', signed, { key: rsa.privateKey, ...options }))
    const jws = readJws(make({ header: { alg }, sign: signRsa }))
    expect(await isJwsSignedBy(jws, spkiOf(rsa.publicKey))).toBe(true)
    expect(await isJwsSignedBy(jws, key.spki)).toBe(false)
    const named = readJws(make({ header: { alg: alg === 'RS256' ? 'PS256' : 'RS256' }, sign: signRsa }))
    expect(await isJwsSignedBy(named, spkiOf(rsa.publicKey))).toBe(false)
  })

  it('is refused without a signature, and with one that everybody can make', () => {
    expect(codeWith({ header: { alg: 'none' }, sign: () => new Uint8Array() })).toBe('source.signature')
    const mac = (signed: Uint8Array) => new Uint8Array(createHmac('sha256', key.spki).update(signed).digest())
    expect(codeWith({ header: { alg: 'HS256' }, sign: mac })).toBe('source.signature')
    for (const alg of ['ES384', 'es256', 'EdDSA', '', 7, null])
      expect(codeWith({ header: { alg } })).toBe('source.signature')
  })

  it('is refused with headers that must be understood', () => {
    expect(codeWith({ header: { crit: ['exp'] } })).toBe('source.shape')
    expect(codeWith({ header: { crit: [] } })).toBe('source.shape')
    expect(codeWith({ header: { b64: false } })).toBe('source.shape')
    expect(codeWith({ header: { x5c: 'x' } })).toBe('source.shape')
    expect(codeWith({ header: { x5c: ['MAA='] } })).toBe('source.shape')
    expect(codeWith({ header: { x5c: Array.from({ length: 9 }, () => 'x') } })).toBe('source.shape')
  })

  it('is not right with a DER signature, nor with one cut or padded', async () => {
    for (const bend of [
      key.signDer,
      (b: Uint8Array) => key.sign(b).slice(0, 63),
      (b: Uint8Array) => Uint8Array.of(...key.sign(b), 0),
    ]) {
      expect(await isJwsSignedBy(readJws(make({ sign: bend })), key.spki)).toBe(false)
    }
  })

  it.each([
    '',
    '.',
    '..',
    'a.b',
    'e30.e30.e30.e30',
    'e30=.e30.e30',
    'e3 0.e30.',
    '{}.e30.e30',
    'W10.e30.e30',
    'e30.e30.+/',
  ])('is refused when it is something else: %j', (some) =>
    expect(codeOf(() => readJws(text(some)))).toMatch(/^source\.(shape|signature)$/),
  )
})
