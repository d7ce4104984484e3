import { describe, expect, it } from 'vitest'
import { memorySigner } from '#memory-signer'
import { signatureVerifier } from '#verify-signature'
import type { Algorithm } from '../../src/cose/algorithms.ts'
import { deterministicSigner } from '../../src/cose/deterministic-signer.ts'
import { readPublicKey } from '../../src/cose/keys.ts'
import { memorySigner as webSigner } from '../../src/cose/memory-signer-web.ts'
import type { Signer } from '../../src/cose/signer.ts'
import { signatureVerifier as nobleVerifier } from '../../src/cose/verify-signature-noble.ts'
import { signatureVerifier as webVerifier } from '../../src/cose/verify-signature-web.ts'
import { asyncCodeOf, codeOf } from '../faults.ts'

const kid = new Uint8Array(8)
const message = new TextEncoder().encode('to be signed')

const parameters = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  PS256: { name: 'RSA-PSS', hash: 'SHA-256', modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1) },
}

async function makeKeys(algorithm: Algorithm): Promise<{ pkcs8: Uint8Array; spki: Uint8Array }> {
  const pair = (await crypto.subtle.generateKey(parameters[algorithm], true, ['sign', 'verify'])) as CryptoKeyPair
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  return { pkcs8, spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)) }
}

describe('signers and verifiers', () => {
  it.each(['ES256', 'PS256'] as const)('understand each other across back ends in %s', async (algorithm) => {
    const { pkcs8, spki } = await makeKeys(algorithm)
    const key = readPublicKey(spki)
    const signers: Signer[] = [memorySigner({ kid, algorithm, pkcs8 }), webSigner({ kid, algorithm, pkcs8 })]
    const verifiers = [signatureVerifier(key), webVerifier(key)]
    if (algorithm === 'ES256') {
      signers.push(deterministicSigner({ kid, pkcs8 }))
      verifiers.push(nobleVerifier(key))
    }
    for (const signer of signers) {
      const signature = await signer.sign(message)
      expect(signature).toHaveLength(algorithm === 'ES256' ? 64 : 256)
      for (const verify of verifiers) {
        expect(await verify(message, signature)).toBe(true)
        expect(await verify(message.slice(1), signature)).toBe(false)
        expect(await verify(message, signature.slice(1))).toBe(false)
        expect(await verify(message, Uint8Array.of(...signature, 0))).toBe(false)
        expect(await verify(message, new Uint8Array(signature.length))).toBe(false)
        expect(await verify(message, new Uint8Array(0))).toBe(false)
      }
    }
  })

  it('accept the high-s twin of a signature, since COSE allows both', async () => {
    const { pkcs8, spki } = await makeKeys('ES256')
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
    const signature = await deterministicSigner({ kid, pkcs8 }).sign(message)
    const digits = Array.from(signature.slice(32), (byte) => byte.toString(16).padStart(2, '0')).join('')
    const twin = (order - BigInt(`0x${digits}`)).toString(16).padStart(64, '0')
    signature.set(
      Uint8Array.from(twin.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
      32,
    )
    const key = readPublicKey(spki)
    for (const verify of [signatureVerifier(key), webVerifier(key), nobleVerifier(key)]) {
      expect(await verify(message, signature)).toBe(true)
    }
  })

  it('sign the same bytes the same way when deterministic', async () => {
    const { pkcs8 } = await makeKeys('ES256')
    const [first, second] = [deterministicSigner({ kid, pkcs8 }), deterministicSigner({ kid, pkcs8 })]
    expect(await first.sign(message)).toEqual(await second.sign(message))
    expect(await first.sign(message)).not.toEqual(await first.sign(message.slice(1)))
  })

  it('refuse a key that is not one of the algorithm', async () => {
    const ec = await makeKeys('ES256')
    const rsa = await makeKeys('PS256')
    expect(codeOf(() => deterministicSigner({ kid, pkcs8: rsa.pkcs8 }))).toBe('cose.algorithm')
    expect(codeOf(() => nobleVerifier(readPublicKey(rsa.spki)))).toBe('signer.unsupported')
    for (const make of [memorySigner, webSigner]) {
      for (const [algorithm, pkcs8] of [
        ['ES256', rsa.pkcs8],
        ['PS256', ec.pkcs8],
        ['ES256', Uint8Array.of(1)],
      ] as const) {
        const attempt = (async () => make({ kid, algorithm, pkcs8 }).sign(message))()
        expect(await asyncCodeOf(attempt)).toBe('signer.refused')
      }
    }
  })
})
