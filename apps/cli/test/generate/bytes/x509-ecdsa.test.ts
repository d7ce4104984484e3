import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { signEcdsa } from '../../../generate/bytes/x509-ecdsa.ts'
import { curveKey } from '../../../generate/bytes/x509-keys.ts'

const message = Uint8Array.of(1, 2, 3)
const scalar = new Uint8Array(32).fill(7)

describe('ECDSA of the chain vectors', () => {
  it.each(['P-256', 'P-384', 'P-521'] as const)('is right by node:crypto, and the same each time, on %s', (curve) => {
    const key = createPublicKey({ key: Buffer.from(curveKey(curve, 7).spki), format: 'der', type: 'spki' })
    for (const hash of ['sha1', 'sha256', 'sha384', 'sha512']) {
      const signature = signEcdsa(curve, scalar, hash, message)
      expect(verify(hash, message, key, signature)).toBe(true)
      expect(signEcdsa(curve, scalar, hash, message)).toEqual(signature)
    }
  })
})
