import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readGroupKey } from '../../../src/vectors/wycheproof/group-key.ts'
import { ec, rsa } from './made-group.ts'

function spkiOf(key: KeyObject): Uint8Array {
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }))
}

function hexOf(key: KeyObject, type: 'spki' | 'pkcs1'): string {
  return key.export({ format: 'der', type }).toString('hex')
}

function pemOf(key: KeyObject): string {
  return String(key.export({ format: 'pem', type: 'spki' }))
}

function number(text: string | undefined): string {
  return `00${Buffer.from(text ?? '', 'base64url').toString('hex')}`
}

const [point, numbers] = [ec.publicKey.export({ format: 'jwk' }), rsa.publicKey.export({ format: 'jwk' })]
const uncompressed = `04${number(point.x).slice(2)}${number(point.y).slice(2)}`
const [modulus, publicExponent] = [number(numbers.n), number(numbers.e)]

describe('readGroupKey', () => {
  it.each([
    ['publicKeyDer', hexOf(ec.publicKey, 'spki')],
    ['keyDer', hexOf(ec.publicKey, 'spki')],
    ['publicKeyPem', pemOf(ec.publicKey)],
    ['keyPem', pemOf(ec.publicKey)],
    ['publicKeyJwk', { ...point, kid: 'none' }],
    ['jwk', point],
    ['publicKey', { type: 'EcPublicKey', curve: 'secp256r1', keySize: 256, uncompressed }],
    ['key', { curve: 'secp256r1', uncompressed }],
  ])('reads a point from %s', (name, value) => {
    const key = readGroupKey({ [name]: value })
    expect(key?.spki).toEqual(spkiOf(ec.publicKey))
    expect(key?.details.namedCurve).toBe('prime256v1')
  })

  it.each([
    [{ publicKeyDer: hexOf(rsa.publicKey, 'spki') }],
    [{ publicKeyAsn: hexOf(rsa.publicKey, 'pkcs1') }],
    [{ keyAsn: hexOf(rsa.publicKey, 'pkcs1') }],
    [{ keyPem: pemOf(rsa.publicKey) }],
    [{ keyJwk: { ...numbers, alg: 'PS256' } }],
    [{ publicKey: { modulus, publicExponent } }],
    [{ n: modulus, e: publicExponent }],
  ])('reads an RSA key (%#)', (group) => {
    const key = readGroupKey(group)
    expect(key?.spki).toEqual(spkiOf(rsa.publicKey))
    expect(key?.details.modulusLength).toBe(2048)
  })

  it('names other curves', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' })
    expect(readGroupKey({ publicKeyDer: hexOf(publicKey, 'spki') })?.details.namedCurve).toBe('brainpoolP256r1')
  })

  it('passes over a form that cannot be read', () => {
    const group = { publicKeyDer: '3059', publicKeyPem: pemOf(ec.publicKey), publicKey: 'x' }
    expect(readGroupKey(group)?.spki).toEqual(spkiOf(ec.publicKey))
  })

  it.each([
    {},
    { publicKeyDer: 7, publicKeyPem: [], publicKeyJwk: 'x', publicKeyAsn: {}, publicKey: null },
    { publicKeyDer: 'zz', publicKeyPem: 'PEM', publicKeyJwk: {}, publicKeyAsn: '00' },
    { publicKey: { curve: 'secp256r1', uncompressed: `04${'00'.repeat(64)}` } },
    { publicKey: { curve: 'curve25519', uncompressed } },
    { publicKey: { curve: 'secp256r1', uncompressed: '04' } },
    { publicKey: { modulus: {}, publicExponent: [] } },
    { n: '00', e: '00' },
  ])('has none where there is none (%#)', (group) => {
    expect(readGroupKey(group)).toBeUndefined()
  })
})
