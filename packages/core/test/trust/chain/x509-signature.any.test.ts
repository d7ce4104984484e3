import { describe, expect, it } from 'vitest'
import { derTag, writeDer } from '../../../src/cose/der.ts'
import { verifyX509Signature } from '../../../src/trust/chain/x509-signature.ts'
import { algorithm, asn1Null, pss } from './algorithm-der.ts'

const signed = Uint8Array.of(1, 2, 3)
const exponent = { modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) }
const bytesOf = (buffer: ArrayBuffer): Uint8Array => new Uint8Array(buffer)

async function made(kind: EcKeyGenParams | RsaHashedKeyGenParams, operation: EcdsaParams | RsaPssParams) {
  const keys = (await crypto.subtle.generateKey(kind, true, ['sign', 'verify'])) as CryptoKeyPair
  const spki = bytesOf(await crypto.subtle.exportKey('spki', keys.publicKey))
  return { spki, signature: bytesOf(await crypto.subtle.sign(operation, keys.privateKey, signed)), signed }
}

/** SEQUENCE { r, s } of a raw signature. */
function derSignature(raw: Uint8Array): Uint8Array {
  const halves = [raw.subarray(0, raw.length / 2), raw.subarray(raw.length / 2)]
  return writeDer(derTag.sequence, ...halves.map(integer))
}

function integer(half: Uint8Array): Uint8Array {
  const magnitude = half.subarray(half.findIndex((byte) => byte > 0))
  return writeDer(derTag.integer, Uint8Array.from((magnitude[0] ?? 0) < 0x80 ? magnitude : [0, ...magnitude]))
}

describe('a signature as X.509 carries it, in Node and in the browser', () => {
  it.each(['P-256', 'P-384', 'P-521'])('is right for ECDSA on %s', async (namedCurve) => {
    const raw = await made({ name: 'ECDSA', namedCurve }, { name: 'ECDSA', hash: 'SHA-384' })
    const given = { ...raw, algorithm: algorithm('ecdsa-SHA-384'), signature: derSignature(raw.signature) }
    expect(await verifyX509Signature(given)).toBe(true)
    expect(await verifyX509Signature({ ...given, signed: Uint8Array.of(1) })).toBe(false)
    expect(await verifyX509Signature({ ...given, signature: raw.signature })).toBe(false)
  })

  it('is right for RSA PKCS#1 v1.5 and RSASSA-PSS', async () => {
    const pkcs1 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    const plain = { ...(await made({ ...pkcs1, ...exponent }, pkcs1)), algorithm: algorithm('pkcs1-SHA-256', asn1Null) }
    const kind = { name: 'RSA-PSS', hash: 'SHA-512', ...exponent }
    const salted = {
      ...(await made(kind, { name: 'RSA-PSS', saltLength: 7 })),
      algorithm: pss('SHA-512', 'SHA-512', 7),
    }
    for (const given of [plain, salted]) {
      expect(await verifyX509Signature(given)).toBe(true)
      expect(await verifyX509Signature({ ...given, signed: Uint8Array.of(1) })).toBe(false)
    }
  })

  it('refuses a point that does not lie on its curve, and SHA-1', async () => {
    const given = await made({ name: 'ECDSA', namedCurve: 'P-384' }, { name: 'ECDSA', hash: 'SHA-256' })
    const refused = expect.objectContaining({ name: 'Fault', code: 'signer.chain' })
    const spki = given.spki.map((byte, index) => (index === given.spki.length - 1 ? byte ^ 1 : byte))
    const signature = derSignature(given.signature)
    const changed = { ...given, spki, signature, algorithm: algorithm('ecdsa-SHA-256') }
    await expect(verifyX509Signature(changed)).rejects.toThrow(refused)
    await expect(verifyX509Signature({ ...given, algorithm: algorithm('ecdsa-SHA-1') })).rejects.toThrow(refused)
  })
})
