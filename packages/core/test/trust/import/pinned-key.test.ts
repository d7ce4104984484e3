import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/fault.ts'
import { readPinnedKey } from '../../../src/trust/import/pinned-key.ts'
import { codeOf } from '../../faults.ts'
import { anchor } from './makers/world.ts'

const read = (text: string) => readPinnedKey(new TextEncoder().encode(text))
const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`

describe('a pinned key', () => {
  it('is read from a certificate and from a public key', () => {
    expect(read(pem('CERTIFICATE', anchor.der))).toEqual({ spki: anchor.key.spki, certificate: anchor.der })
    expect(read(pem('PUBLIC KEY', anchor.key.spki).replaceAll('\n', '\r\n'))).toEqual({ spki: anchor.key.spki })
  })

  it.each([
    ['ec', { namedCurve: 'P-256' }],
    ['ec', { namedCurve: 'P-384' }],
    ['ec', { namedCurve: 'P-521' }],
    ['rsa', { modulusLength: 2048 }],
  ] as const)('is read from a JWK: %s %o', (type, options) => {
    const { publicKey, privateKey } = generateKeyPairSync(type as 'rsa', options as { modulusLength: number })
    const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
    expect(read(JSON.stringify(publicKey.export({ format: 'jwk' })))).toEqual({ spki })
    expect(createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }).asymmetricKeyType).toBe(type)
    expect(codeOf(() => read(JSON.stringify(privateKey.export({ format: 'jwk' }))))).toBe('source.key')
  })

  it.each([
    '',
    '{}',
    '{',
    'null',
    '{"kty":"oct","k":"AAAA"}',
    '{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}',
    '{"kty":"EC","crv":"secp256k1","x":"AAAA","y":"AAAA"}',
    '{"kty":"RSA","n":7,"e":"AQAB"}',
    '-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----',
    '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----',
    '-----BEGIN PUBLIC KEY-----\nMAA\n-----END PUBLIC KEY-----',
    pem('PRIVATE KEY', anchor.key.spki),
    pem('CERTIFICATE', anchor.key.spki),
    pem('PUBLIC KEY', anchor.der),
    pem('CERTIFICATE', anchor.der) + pem('CERTIFICATE', anchor.der),
  ])('is refused when it is something else: %j', (text) => {
    expect(codeOf(() => read(text))).toBe('source.key')
  })

  it('throws nothing but its Fault for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readPinnedKey(bytes)
        } catch (error) {
          return error instanceof Fault && error.code === 'source.key'
        }
        return true
      }),
    )
  })
})
