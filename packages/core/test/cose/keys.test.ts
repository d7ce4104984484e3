import { createECDH, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { p256 } from '@noble/curves/nist.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { derTag, writeDer } from '../../src/cose/der.ts'
import { readPrivateScalar, readPublicKey, rsaSpki } from '../../src/cose/keys.ts'
import { Fault } from '../../src/fault.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'cose.algorithm' })
const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'spki', format: 'der' }))
const pkcs8Of = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'pkcs8', format: 'der' }))

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ecSpki = spkiOf(ec.publicKey)
const spkiHead = fromHex('3059301306072a8648ce3d020106082a8648ce3d030107034200')

/** SubjectPublicKeyInfo around any bytes that claim to be a point of P-256. */
function spkiOfPoint(point: Uint8Array): Uint8Array {
  const algorithm = spkiHead.subarray(2, 23)
  return writeDer(derTag.sequence, algorithm, writeDer(derTag.bitString, Uint8Array.of(0), point))
}

/** RSAPublicKey of two big-endian magnitudes, written as they are. */
function rsaPublicKey(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  return writeDer(derTag.sequence, writeDer(derTag.integer, modulus), writeDer(derTag.integer, exponent))
}

/** An odd modulus of so many bits, as a DER integer; nobody factors it here. */
function modulusOf(bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.floor(bits / 8) + 1).fill(0xa5)
  bytes[0] = bits % 8 === 0 ? 0 : 1 << ((bits % 8) - 1)
  return bytes
}

const e65537 = Uint8Array.of(1, 0, 1)

describe('reading a P-256 key', () => {
  it('pins it to ES256 and gives its point', () => {
    const key = readPublicKey(ecSpki)
    if (key.keyType !== 'EC') throw new Error('not EC')
    expect(key).toMatchObject({ algorithm: 'ES256', spki: ecSpki })
    expect(key.point).toEqual(ecSpki.slice(-65))
  })

  it('gives copies, so that the caller may reuse its buffer', () => {
    const buffer = ecSpki.slice()
    const key = readPublicKey(buffer)
    buffer.fill(0)
    expect(key.spki).toEqual(ecSpki)
  })

  it.each(['P-384', 'P-521', 'secp256k1', 'brainpoolP256r1'])('refuses %s', (namedCurve) => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve })
    expect(() => readPublicKey(spkiOf(publicKey))).toThrow(refused)
  })

  it.each(['ed25519', 'x25519'] as const)('refuses %s', (type) => {
    const { publicKey } = generateKeyPairSync(type as 'ed25519')
    expect(() => readPublicKey(spkiOf(publicKey))).toThrow(refused)
  })

  it('refuses compressed and hybrid points, infinity, and a point too long', () => {
    const ecdh = createECDH('prime256v1')
    ecdh.generateKeys()
    expect(readPublicKey(spkiOfPoint(ecdh.getPublicKey())).algorithm).toBe('ES256')
    for (const form of ['compressed', 'hybrid'] as const) {
      expect(() => readPublicKey(spkiOfPoint(ecdh.getPublicKey(null, form)))).toThrow(refused)
    }
    expect(() => readPublicKey(spkiOfPoint(Uint8Array.of(0)))).toThrow(refused)
    expect(() => readPublicKey(spkiOfPoint(Buffer.concat([ecdh.getPublicKey(), Uint8Array.of(0)])))).toThrow(refused)
  })

  it('refuses points off the curve and coordinates that are not below p', () => {
    const point = ecSpki.slice(-65)
    point[64] = (point[64] ?? 0) ^ 1
    expect(() => readPublicKey(spkiOfPoint(point))).toThrow(refused)
    expect(() => readPublicKey(spkiOfPoint(new Uint8Array(65).fill(0xff).fill(4, 0, 1)))).toThrow(refused)
    expect(() => readPublicKey(spkiOfPoint(new Uint8Array(65).fill(4, 0, 1)))).toThrow(refused)
    // x = 0 has two points; x + p names the same and must not pass.
    const zero = p256.Point.fromHex(`02${'00'.repeat(32)}`).toBytes(false)
    expect(readPublicKey(spkiOfPoint(zero)).algorithm).toBe('ES256')
    const shifted = zero.slice()
    shifted.set(fromHex('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff'), 1)
    expect(() => readPublicKey(spkiOfPoint(shifted))).toThrow(refused)
  })

  it('agrees with noble on whether a point is on the curve', () => {
    const coordinate = fc.uint8Array({ minLength: 32, maxLength: 32 })
    const scalar = fc.bigInt({ min: 1n, max: p256.Point.Fn.ORDER - 1n })
    const points = fc.oneof(
      fc.tuple(coordinate, coordinate).map(([x, y]) => Uint8Array.of(4, ...x, ...y)),
      scalar.map((k) => p256.Point.BASE.multiply(k).toBytes(false)),
    )
    fc.assert(
      fc.property(points, (point) => {
        expect(isAccepted(spkiOfPoint(point))).toBe(p256.utils.isValidPublicKey(point, false))
      }),
      { numRuns: 60 },
    )
  })
})

describe('reading an RSA key', () => {
  let rsa: Uint8Array
  beforeAll(() => {
    rsa = spkiOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)
  })

  it('pins it to PS256 and gives its numbers', () => {
    const key = readPublicKey(rsa)
    if (key.keyType !== 'RSA') throw new Error('not RSA')
    expect(key).toMatchObject({ algorithm: 'PS256', modulusBits: 2048, spki: rsa })
    expect(key.modulus).toHaveLength(256)
    expect(key.exponent).toEqual(e65537)
  })

  it('writes an RSAPublicKey back as it was', () => {
    expect(rsaSpki(rsa.slice(24))).toEqual(rsa)
  })

  it.each([1024, 2047, 4097, 8192, 16_384])('refuses a modulus of %i bits', (bits) => {
    expect(() => readPublicKey(rsaSpki(rsaPublicKey(modulusOf(bits), e65537)))).toThrow(refused)
  })

  it.each([2048, 2049, 3072, 4095, 4096])('takes a modulus of %i bits', (bits) => {
    expect(readPublicKey(rsaSpki(rsaPublicKey(modulusOf(bits), e65537)))).toMatchObject({ modulusBits: bits })
  })

  it.each([
    ['0', '00'],
    ['1', '01'],
    ['3', '03'],
    ['17', '11'],
    ['65535', '00ffff'],
    ['65536, which is even', '010000'],
    ['-3', 'fd'],
    ['65537 with a zero too many', '00010001'],
    ['2^32 + 1', '0100000001'],
    ['nothing', ''],
  ])('refuses the exponent %s', (_, exponent) => {
    expect(() => readPublicKey(rsaSpki(rsaPublicKey(modulusOf(2048), fromHex(exponent))))).toThrow(refused)
  })

  it('takes the largest exponent that browsers take too', () => {
    const exponent = fromHex('00ffffffff')
    expect(readPublicKey(rsaSpki(rsaPublicKey(modulusOf(2048), exponent)))).toMatchObject({ algorithm: 'PS256' })
  })

  it('refuses an even modulus, a negative one and a third number', () => {
    const even = modulusOf(2048)
    even[256] = 0xa4
    expect(() => readPublicKey(rsaSpki(rsaPublicKey(even, e65537)))).toThrow(refused)
    expect(() => readPublicKey(rsaSpki(rsaPublicKey(modulusOf(2048).subarray(1), e65537)))).toThrow(refused)
    const numbers = [modulusOf(2048), e65537, e65537].map((number) => writeDer(derTag.integer, number))
    expect(() => readPublicKey(rsaSpki(writeDer(derTag.sequence, ...numbers)))).toThrow(refused)
  })

  it('refuses id-RSASSA-PSS, whose parameters back ends read differently', () => {
    const { publicKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
    expect(() => readPublicKey(spkiOf(publicKey))).toThrow(refused)
  })
})

describe('any other bytes', () => {
  it('refuses trailing bytes, a cut at every place and more than 4 KiB', () => {
    expect(() => readPublicKey(Uint8Array.of(...ecSpki, 0))).toThrow(refused)
    for (let end = 0; end < ecSpki.length; end++) expect(isAccepted(ecSpki.subarray(0, end))).toBe(false)
    expect(() => readPublicKey(writeDer(derTag.sequence, new Uint8Array(5000)))).toThrow(refused)
  })

  it('accepts no change of a byte before the point, and throws nothing but Faults', () => {
    const change = fc.record({ at: fc.nat(ecSpki.length - 1), by: fc.integer({ min: 1, max: 255 }) })
    fc.assert(
      fc.property(change, ({ at, by }) => {
        const changed = ecSpki.slice()
        changed[at] = (changed[at] ?? 0) ^ by
        expect(isAccepted(changed)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('puts nothing of the key into the Fault', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    expect(() => readPublicKey(spkiOf(publicKey))).toThrow(/^cose\.algorithm: [a-zA-Z ]+$/)
  })
})

describe('reading a private key', () => {
  it('gives the scalar that made the public key', () => {
    const scalar = readPrivateScalar(pkcs8Of(ec.privateKey))
    expect(scalar).toHaveLength(32)
    expect(p256.getPublicKey(scalar, false)).toEqual(ecSpki.slice(-65))
  })

  it('refuses other curves, RSA and rubbish', () => {
    const { privateKey: p384 } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    for (const key of [p384, rsa]) expect(() => readPrivateScalar(pkcs8Of(key))).toThrow(refused)
    expect(() => readPrivateScalar(ecSpki)).toThrow(refused)
    expect(() => readPrivateScalar(new Uint8Array(5000))).toThrow(refused)
  })

  it('refuses a scalar of 0 or of the order of the curve', () => {
    const pkcs8 = pkcs8Of(ec.privateKey)
    const at = Buffer.from(pkcs8).indexOf(readPrivateScalar(pkcs8))
    const order = fromHex('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
    for (const scalar of [new Uint8Array(32), order]) {
      const changed = pkcs8.slice()
      changed.set(scalar, at)
      expect(() => readPrivateScalar(changed)).toThrow(refused)
    }
  })
})

function isAccepted(spki: Uint8Array): boolean {
  try {
    readPublicKey(spki)
    return true
  } catch (error) {
    if (error instanceof Fault && error.code === 'cose.algorithm') return false
    throw error
  }
}
