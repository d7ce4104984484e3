import { describe, expect, it } from 'vitest'
import { writeBase64, writeBase64Url } from '../../../../src/trust/base64.ts'
import { isSameKey, keyNumbers } from '../../../../src/trust/import/gdhcn/jwk.ts'

const certified = { kid: '', x5c: [] }

async function spkiOf(algorithm: EcKeyGenParams | RsaHashedKeyGenParams): Promise<Uint8Array> {
  const { publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  return new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
}

/** A key whose x begins with a zero: one in 256 does. */
async function keyWithShortX(): Promise<{ spki: Uint8Array; x: Uint8Array; y: Uint8Array }> {
  for (;;) {
    const spki = await spkiOf({ name: 'ECDSA', namedCurve: 'P-256' })
    const [x, y] = [spki.slice(-64, -32), spki.slice(-32)]
    if (x[0] === 0) return { spki, x, y }
  }
}

const { spki, x, y } = await keyWithShortX()
const jwk = { kty: 'EC', crv: 'P-256', ...certified, x: writeBase64Url(x), y: writeBase64Url(y) } as const

describe('a JWK beside a certificate', () => {
  it.each([
    ['as the standard has it', jwk],
    [
      'with a zero in front',
      { ...jwk, x: writeBase64Url(Uint8Array.of(0, ...x)), y: writeBase64Url(Uint8Array.of(0, ...y)) },
    ],
    ['without its leading zero', { ...jwk, x: writeBase64Url(x.subarray(1)) }],
    ['in base64 with padding', { ...jwk, x: writeBase64(x), y: writeBase64(y) }],
    ['in base64url with padding', { ...jwk, x: `${writeBase64Url(x)}=` }],
  ])('is the same key %s', (_, given) => {
    expect(isSameKey(given, spki)).toBe(true)
  })

  it.each([
    ['another x', { ...jwk, x: jwk.y }],
    ['a byte more behind', { ...jwk, x: writeBase64Url(Uint8Array.of(...x, 0)) }],
    ['another curve', { ...jwk, crv: 'P-384' }],
    ['no known curve', { ...jwk, crv: 'UNKNOWN CURVE' }],
    ['unused bits that are set', { ...jwk, y: `${jwk.y.slice(0, -1)}${jwk.y.endsWith('B') ? 'C' : 'B'}` }],
    ['another type', { kty: 'RSA', ...certified, n: jwk.x, e: jwk.y } as const],
  ])('is not the same key with %s', (_, given) => {
    expect(isSameKey(given, spki)).toBe(false)
  })

  it('may be RSA, with a zero in front of its modulus', async () => {
    const rsa = { name: 'RSA-PSS', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' }
    const rsaSpki = await spkiOf(rsa)
    const numbers = keyNumbers(rsaSpki)
    if (numbers.kty !== 'RSA') throw new TypeError('no RSA key')
    expect(numbers.n).toHaveLength(256)
    const given = { kty: 'RSA', ...certified, n: writeBase64Url(Uint8Array.of(0, ...numbers.n)), e: 'AQAB' } as const
    expect(isSameKey(given, rsaSpki)).toBe(true)
    expect(isSameKey({ ...given, e: 'Aw' }, rsaSpki)).toBe(false)
    expect(isSameKey(jwk, rsaSpki)).toBe(false)
  })

  it.each([
    ['P-384', 48],
    ['P-521', 66],
  ])('has coordinates on %s of %i bytes', async (namedCurve, bytes) => {
    const numbers = keyNumbers(await spkiOf({ name: 'ECDSA', namedCurve }))
    expect(numbers).toMatchObject({ kty: 'EC', crv: namedCurve })
    expect(numbers.kty === 'EC' && [numbers.x.length, numbers.y.length]).toEqual([bytes, bytes])
  })
})
