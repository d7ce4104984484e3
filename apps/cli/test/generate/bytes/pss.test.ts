import { constants, createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signPss } from '../../../generate/bytes/pss.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const message = new TextEncoder().encode('SAMPLE')
const salt = Uint8Array.from({ length: 32 }, (_, index) => index)

function isSigned(signature: Uint8Array, { hash = 'sha256', saltLength = 32, key = privateKey } = {}): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return verify(hash, message, { key: createPublicKey(key as unknown as KeyObject), padding, saltLength }, signature)
}

describe('A PSS signature with a given salt', () => {
  it('is what OpenSSL takes for PS256', () => {
    expect(isSigned(signPss(privateKey, message, { salt }))).toBe(true)
  })

  it('is the same at each run, and another one with another salt', () => {
    expect(signPss(privateKey, message, { salt })).toEqual(signPss(privateKey, message, { salt }))
    expect(signPss(privateKey, message, { salt })).not.toEqual(
      signPss(privateKey, message, { salt: salt.toReversed() }),
    )
  })

  it.each([0, 20, 64])('may have a salt of %i bytes, for whoever asks for that', (length) => {
    const signature = signPss(privateKey, message, { salt: new Uint8Array(length) })
    expect(isSigned(signature, { saltLength: length })).toBe(true)
    expect(isSigned(signature)).toBe(false)
  })

  it('may be made over another hash', () => {
    const signature = signPss(privateKey, message, { salt, hash: 'sha384', mgfHash: 'sha256' })
    expect(isSigned(signature)).toBe(false)
  })

  it('is no PS256 when its mask is made with SHA-1', () => {
    expect(isSigned(signPss(privateKey, message, { salt, mgfHash: 'sha1' }))).toBe(false)
  })

  it('fills keys whose size is no multiple of eight', () => {
    const odd = generateKeyPairSync('rsa', { modulusLength: 1030 }).privateKey
    expect(isSigned(signPss(odd, message, { salt }), { key: odd })).toBe(true)
  })
})
