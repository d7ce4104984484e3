import { createPrivateKey, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Signer } from '@vaxcert/core/cose'
import { deterministicSigner, memorySigner } from '@vaxcert/core/cose/signers'
import { describe, expect, it } from 'vitest'
import { repeatedNonceAlarm } from '../src/index.ts'
import { codeOf } from './faults.ts'
import { sampleKeyFile } from './pkcs11/sample-identity.ts'

const bytes = randomBytes(40)

/** Gives these signatures in turn, at once or later. */
function giving(signatures: readonly Uint8Array[], later = false): Signer {
  const left = [...signatures]
  return {
    kid: new Uint8Array(8),
    algorithm: 'ES256',
    lanes: 1,
    sign() {
      const signature = left.shift() ?? new Uint8Array(64)
      return later ? Promise.resolve(signature) : signature
    },
  }
}

const withNonce = (r: Uint8Array): Uint8Array => Uint8Array.of(...r, ...randomBytes(32))

describe('the alarm of repeated nonces', () => {
  it.each([false, true])('refuses a nonce that comes twice, and everything after it (later: %s)', async (later) => {
    const r = randomBytes(32)
    const signer = repeatedNonceAlarm(giving([withNonce(r), withNonce(randomBytes(32)), withNonce(r)], later))
    expect(await signer.sign(bytes)).toHaveLength(64)
    expect(await signer.sign(bytes)).toHaveLength(64)
    expect(await codeOf(() => signer.sign(bytes))).toBe('signer.refused')
    expect(await codeOf(() => signer.sign(bytes))).toBe('signer.refused')
  })

  it('catches random numbers that come round within what it remembers', async () => {
    const round = Array.from({ length: 300 }, () => randomBytes(32))
    const signer = repeatedNonceAlarm(giving([...round, ...round].map(withNonce)), 2 ** 14)
    let made = 0
    const code = await codeOf(async () => {
      for (; made < 600; made += 1) await signer.sign(bytes)
    })
    expect(code).toBe('signer.refused')
    expect(made).toBeGreaterThanOrEqual(300)
    expect(made).toBeLessThan(320)
  })

  it('lets the same signature over the same bytes pass: it gives nothing away', async () => {
    const pkcs8 = createPrivateKey(readFileSync(sampleKeyFile('dsc-all'), 'utf8')).export({
      format: 'der',
      type: 'pkcs8',
    })
    const signer = repeatedNonceAlarm(deterministicSigner({ kid: new Uint8Array(8), pkcs8 }))
    expect(await signer.sign(bytes)).toEqual(await signer.sign(bytes))
    expect(await signer.sign(randomBytes(40))).toHaveLength(64)
  })

  it('leaves a signer alone that has no nonces, and keeps what else a signer has', () => {
    const pkcs8 = createPrivateKey(readFileSync(sampleKeyFile('dsc-rsa'), 'utf8')).export({
      format: 'der',
      type: 'pkcs8',
    })
    const rsa = memorySigner({ kid: new Uint8Array(8), algorithm: 'PS256', pkcs8 })
    expect(repeatedNonceAlarm(rsa)).toBe(rsa)
    expect(repeatedNonceAlarm({ ...giving([]), close: () => 'closed' }).close()).toBe('closed')
    expect(() => repeatedNonceAlarm(giving([]), 1000)).toThrow(TypeError)
  })
})
