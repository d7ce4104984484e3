import { constants, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pssSaltLength } from '../../../src/vectors/wycheproof/pss-salt.ts'
import { pss, rsa } from './made-group.ts'

const spki = rsa.publicKey.export({ format: 'der', type: 'spki' })

describe('pssSaltLength', () => {
  it.each([0, 1, 20, 31, 32, 33, 222])('reads a salt of %i bytes', (length) => {
    expect(pssSaltLength(spki, pss(length))).toBe(length)
  })

  it('reads nothing from a signature of another kind', () => {
    const pkcs1 = sign('sha256', Buffer.from('abc'), { key: rsa.privateKey, padding: constants.RSA_PKCS1_PADDING })
    const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const sha512 = pss(32, rsa.privateKey, 'sha512')
    for (const signature of [pkcs1, sha512, pss(32, otherKey), new Uint8Array(), new Uint8Array(256)]) {
      expect(pssSaltLength(spki, signature)).toBeUndefined()
    }
  })

  it('reads nothing with what is no RSA key', () => {
    expect(pssSaltLength(new Uint8Array(), pss(32))).toBeUndefined()
  })
})
