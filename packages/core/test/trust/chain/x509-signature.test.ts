import { constants, generateKeyPairSync, type KeyObject, type RSAPSSKeyPairKeyObjectOptions, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derTag, writeDer } from '../../../src/cose/der.ts'
import { rsaSpki } from '../../../src/cose/keys.ts'
import { verifyX509Signature } from '../../../src/trust/chain/x509-signature.ts'
import { algorithm, asn1Null, type OidName, pss } from './algorithm-der.ts'

const refused = expect.objectContaining({ name: 'Fault', code: 'signer.chain' })
const signed = Uint8Array.from({ length: 300 }, (_, index) => index)
const hashes = ['SHA-256', 'SHA-384', 'SHA-512'] as const
const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'spki', format: 'der' }))
const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve })
const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })

const p256 = ec('P-256')
const rsa2048 = rsa(2048)
const ecSignature = Uint8Array.from(sign('SHA256', signed, p256.privateKey))
const ecGiven = { algorithm: algorithm('ecdsa-SHA-256'), spki: spkiOf(p256.publicKey), signature: ecSignature, signed }
const rsaGiven = {
  algorithm: algorithm('pkcs1-SHA-256', asn1Null),
  spki: spkiOf(rsa2048.publicKey),
  signature: Uint8Array.from(sign('SHA256', signed, rsa2048.privateKey)),
  signed,
}

function pssSignature(key: KeyObject, saltLength: number, hash = 'SHA256'): Uint8Array {
  return Uint8Array.from(sign(hash, signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }))
}

describe('a signature as X.509 carries it', () => {
  it.each(['P-256', 'P-384', 'P-521'].flatMap((curve) => hashes.map((hash) => [curve, hash] as const)))(
    'is right for ECDSA on %s with %s, and wrong for other bytes',
    async (curve, hash) => {
      const { publicKey, privateKey } = ec(curve)
      const given = {
        algorithm: algorithm(`ecdsa-${hash}`),
        spki: spkiOf(publicKey),
        signature: Uint8Array.from(sign(hash.replace('-', ''), signed, privateKey)),
      }
      expect(await verifyX509Signature({ ...given, signed })).toBe(true)
      expect(await verifyX509Signature({ ...given, signed: signed.subarray(1) })).toBe(false)
    },
  )

  it.each(hashes)('is right for RSA PKCS#1 v1.5 with %s, with and without NULL', async (hash) => {
    const signature = Uint8Array.from(sign(hash.replace('-', ''), signed, rsa2048.privateKey))
    for (const parameters of [[asn1Null], []]) {
      const given = { ...rsaGiven, algorithm: algorithm(`pkcs1-${hash}`, ...parameters), signature }
      expect(await verifyX509Signature(given)).toBe(true)
      expect(await verifyX509Signature({ ...given, signed: signed.subarray(1) })).toBe(false)
    }
  })

  it.each(hashes)('is right for RSASSA-PSS with %s and the salt it names, with no other', async (hash) => {
    const signature = pssSignature(rsa2048.privateKey, 32, hash.replace('-', ''))
    const named = (salt: number) => ({ ...rsaGiven, algorithm: pss(hash, hash, salt), signature })
    expect(await verifyX509Signature(named(32))).toBe(true)
    for (const salt of [0, 20, 31, 33, 190]) expect(await verifyX509Signature(named(salt))).toBe(false)
    await expect(verifyX509Signature(named(223))).rejects.toThrow(refused)
  })

  it('takes the longest salt that has room, and the default one', async () => {
    for (const [salt, named] of [
      [222, 222],
      [20, undefined],
    ] as const) {
      const given = { ...rsaGiven, algorithm: pss('SHA-256', 'SHA-256', named, 1) }
      expect(await verifyX509Signature({ ...given, signature: pssSignature(rsa2048.privateKey, salt) })).toBe(true)
    }
  })

  it('is wrong, and no more, under RSA of up to 8192 bits', async () => {
    const signature = new Uint8Array(1024).fill(1)
    expect(await verifyX509Signature({ ...rsaGiven, spki: bigKey(1024), signature })).toBe(false)
    await expect(verifyX509Signature({ ...rsaGiven, spki: bigKey(1025), signature })).rejects.toThrow(refused)
  })
})

/** An RSA key whose odd modulus of so many bytes nobody can factor, we included. */
function bigKey(bytes: number): Uint8Array {
  const modulus = writeDer(derTag.integer, Uint8Array.of(0), new Uint8Array(bytes).fill(0xa5))
  return rsaSpki(writeDer(derTag.sequence, modulus, writeDer(derTag.integer, Uint8Array.of(1, 0, 1))))
}

describe('a hash that stands apart, as in CMS', () => {
  it('is the one that rsaEncryption goes over', async () => {
    const apart = (hash: OidName) => ({
      ...rsaGiven,
      algorithm: algorithm('rsaEncryption', asn1Null),
      digest: algorithm(hash),
    })
    expect(await verifyX509Signature(apart('SHA-256'))).toBe(true)
    expect(await verifyX509Signature(apart('SHA-384'))).toBe(false)
    await expect(verifyX509Signature(apart('SHA-1'))).rejects.toThrow(refused)
  })

  it('may repeat the hash of the algorithm, and not contradict it', async () => {
    expect(await verifyX509Signature({ ...ecGiven, digest: algorithm('SHA-256', asn1Null) })).toBe(true)
    await expect(verifyX509Signature({ ...ecGiven, digest: algorithm('SHA-512') })).rejects.toThrow(refused)
  })

  it('must be there for rsaEncryption', async () => {
    const given = { ...rsaGiven, algorithm: algorithm('rsaEncryption', asn1Null) }
    await expect(verifyX509Signature(given)).rejects.toThrow(refused)
  })
})

describe('an algorithm that is refused', () => {
  const integer = writeDer(derTag.integer, Uint8Array.of(1))
  it.each<[string, Uint8Array]>([
    ['ECDSA with SHA-1', algorithm('ecdsa-SHA-1')],
    ['ECDSA with parameters', algorithm('ecdsa-SHA-256', asn1Null)],
    ['RSA with SHA-1', algorithm('pkcs1-SHA-1', asn1Null)],
    ['RSA with MD5', algorithm('pkcs1-MD5', asn1Null)],
    ['RSA with a number for parameters', algorithm('pkcs1-SHA-256', integer)],
    ['RSA with two parameters', algorithm('pkcs1-SHA-256', asn1Null, asn1Null)],
    ['a hash alone', algorithm('SHA-256')],
    ['PSS without parameters', algorithm('rsassaPss')],
    ['PSS with NULL', algorithm('rsassaPss', asn1Null)],
    ['PSS of defaults, which are SHA-1', pss()],
    ['PSS with SHA-1', pss('SHA-1', 'SHA-1', 20)],
    ['PSS whose mask is SHA-1 by default', pss('SHA-256', undefined, 32)],
    ['PSS whose hash is SHA-1 by default', pss(undefined, 'SHA-256', 32)],
    ['PSS with another hash for the mask', pss('SHA-256', 'SHA-512', 32)],
    ['PSS with trailer 2', pss('SHA-256', 'SHA-256', 32, 2)],
    ['PSS with a salt that is not minimal', pss('SHA-256', 'SHA-256', Uint8Array.of(0, 32))],
    ['bytes after it', Uint8Array.of(...algorithm('pkcs1-SHA-256', asn1Null), 0)],
    ['no bytes', new Uint8Array()],
  ])('is %s', async (_, bytes) => {
    for (const given of [rsaGiven, ecGiven]) {
      await expect(verifyX509Signature({ ...given, algorithm: bytes })).rejects.toThrow(refused)
    }
  })
})

describe('a key that is refused', () => {
  it.each<[string, () => KeyObject]>([
    ['RSA-1024', () => rsa(1024).publicKey],
    ['RSA with exponent 3', () => generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey],
    ['on secp256k1', () => ec('secp256k1').publicKey],
    ['on P-224', () => ec('P-224').publicKey],
    [
      'on a curve of its own description',
      () => generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' }).publicKey,
    ],
    ['Ed25519', () => generateKeyPairSync('ed25519').publicKey],
  ])('is one %s', async (_, make) => {
    const spki = spkiOf(make())
    for (const given of [rsaGiven, ecGiven])
      await expect(verifyX509Signature({ ...given, spki })).rejects.toThrow(refused)
  })

  it('is one that does not belong to the algorithm', async () => {
    await expect(verifyX509Signature({ ...rsaGiven, spki: ecGiven.spki })).rejects.toThrow(refused)
    await expect(verifyX509Signature({ ...ecGiven, spki: rsaGiven.spki })).rejects.toThrow(refused)
    await expect(verifyX509Signature({ ...ecGiven, algorithm: pss('SHA-256', 'SHA-256', 32) })).rejects.toThrow(refused)
  })

  it('is a point that does not lie on its curve', async () => {
    const spki = ecGiven.spki.slice()
    spki[spki.length - 1] = (spki.at(-1) ?? 0) ^ 1
    await expect(verifyX509Signature({ ...ecGiven, spki })).rejects.toThrow(refused)
  })
})

describe('a key that is marked id-RSASSA-PSS', () => {
  const marked = generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
  const only: object = { modulusLength: 2048, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256', saltLength: 32 }
  const narrow = generateKeyPairSync('rsa-pss', only as RSAPSSKeyPairKeyObjectOptions)

  it('signs PSS, and no PKCS#1 v1.5', async () => {
    const given = {
      ...rsaGiven,
      spki: spkiOf(marked.publicKey),
      signature: pssSignature(marked.privateKey, 20, 'SHA384'),
    }
    expect(await verifyX509Signature({ ...given, algorithm: pss('SHA-384', 'SHA-384', 20) })).toBe(true)
    await expect(verifyX509Signature(given)).rejects.toThrow(refused)
  })

  it('signs with the hash of its parameters and at least their salt', async () => {
    const given = { ...rsaGiven, spki: spkiOf(narrow.publicKey) }
    for (const [salt, right] of [
      [32, true],
      [40, true],
      [31, false],
    ] as const) {
      const verdict = verifyX509Signature({
        ...given,
        algorithm: pss('SHA-256', 'SHA-256', salt),
        signature: right ? pssSignature(narrow.privateKey, salt) : new Uint8Array(256),
      })
      if (right) expect(await verdict).toBe(true)
      else await expect(verdict).rejects.toThrow(refused)
    }
    await expect(verifyX509Signature({ ...given, algorithm: pss('SHA-512', 'SHA-512', 32) })).rejects.toThrow(refused)
  })
})

describe('a malformed signature', () => {
  const [r, s] = [ecSignature.subarray(4, 4 + (ecSignature[3] ?? 0)), ecSignature.subarray(6 + (ecSignature[3] ?? 0))]
  const integer = (bytes: Uint8Array) => writeDer(derTag.integer, bytes)
  const pair = (...parts: readonly Uint8Array[]) => writeDer(derTag.sequence, ...parts)

  it('is right in its one form', async () => {
    expect(await verifyX509Signature({ ...ecGiven, signature: pair(integer(r), integer(s)) })).toBe(true)
  })

  it.each<[string, Uint8Array]>([
    ['has no bytes', new Uint8Array()],
    ['has one number', pair(integer(r))],
    ['has three numbers', pair(integer(r), integer(s), integer(s))],
    ['has a number with a zero too many', pair(integer(Uint8Array.of(0, 0, ...r)), integer(s))],
    ['has a negative number', pair(integer(Uint8Array.of(0x80, ...r)), integer(s))],
    ['has an empty number', pair(integer(new Uint8Array()), integer(s))],
    ['has the number 0', pair(integer(Uint8Array.of(0)), integer(Uint8Array.of(0)))],
    ['has a number too long', pair(integer(Uint8Array.of(1, ...new Uint8Array(32))), integer(s))],
    ['has bytes after it', Uint8Array.of(...ecSignature, 0)],
    ['is a raw one, r‖s', new Uint8Array(64).fill(1)],
  ])('is wrong when it %s', async (_, signature) => {
    expect(await verifyX509Signature({ ...ecGiven, signature })).toBe(false)
  })

  it('is wrong when an RSA one is shorter or longer than its key', async () => {
    for (const signature of [
      rsaGiven.signature.subarray(1),
      Uint8Array.of(0, ...rsaGiven.signature),
      new Uint8Array(),
    ]) {
      expect(await verifyX509Signature({ ...rsaGiven, signature })).toBe(false)
    }
  })

  it('is never anything but right, wrong or a Fault, whatever the bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(bytes, bytes, bytes, async (first, second, third) => {
        for (const change of [{ algorithm: first }, { spki: second }, { signature: third }, { digest: first }]) {
          const verdict = await verifyX509Signature({ ...ecGiven, ...change }).catch((error) => error.code)
          expect([true, false, 'signer.chain']).toContain(verdict)
          expect(verdict).not.toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})
