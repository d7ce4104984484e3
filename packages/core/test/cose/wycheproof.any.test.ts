import { describe, expect, inject, it } from 'vitest'
import { signatureVerifier } from '#verify-signature'
import { type PublicKey, readPublicKey } from '../../src/cose/keys.ts'
import type { SignatureVerifier } from '../../src/cose/signature-verifier.ts'
import { signatureVerifier as nobleVerifier } from '../../src/cose/verify-signature-noble.ts'
import { signatureVerifier as webVerifier } from '../../src/cose/verify-signature-web.ts'
import { bytes } from './hex.ts'

const [p1363, pss] = inject('wycheproof')

const backEnds: Readonly<Record<string, (key: PublicKey) => SignatureVerifier>> = {
  'the back end of this platform': signatureVerifier,
  WebCrypto: webVerifier,
  noble: nobleVerifier,
}

/** Test cases whose verdict differs from the suite's. */
async function wrongCases(suite: typeof p1363, makeVerifier: (key: PublicKey) => SignatureVerifier): Promise<number[]> {
  const wrong: number[] = []
  for (const group of suite?.testGroups ?? []) {
    const verify = makeVerifier(readPublicKey(bytes(group.publicKeyDer)))
    for (const { tcId, msg, sig, result } of group.tests) {
      const accepted = await verify(bytes(msg), bytes(sig))
      if (accepted !== (result === 'valid')) wrong.push(tcId)
    }
  }
  return wrong
}

describe.each(Object.entries(backEnds))('Wycheproof through %s', (name, makeVerifier) => {
  it.skipIf(p1363 == null)('is right on every ECDSA P-256 P1363 case', async () => {
    expect(p1363?.testGroups.flatMap(({ tests }) => tests)).toHaveLength(262)
    expect(await wrongCases(p1363, makeVerifier)).toEqual([])
  })

  it.skipIf(pss == null)('is right on every RSA-PSS-2048 case with salt 32, or has no RSA', async () => {
    if (name === 'noble') await expect(wrongCases(pss, makeVerifier)).rejects.toThrow('signer.unsupported')
    else expect(await wrongCases(pss, makeVerifier)).toEqual([])
  })
})
