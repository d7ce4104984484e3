import { randomBytes } from 'node:crypto'
import { type Algorithm, readPublicKey, type Signer, signatureVerifier } from '@vaxcert/core/cose'
import { describe, expect, it } from 'vitest'
import { type KeyIdentity, repeatedNonceAlarm } from '../src/index.ts'
import { codeOf } from './faults.ts'

/** A signer, and what the suite needs to judge it. */
export interface SignerUnderTest {
  readonly signer: Signer
  /** The certificate it signs for. */
  readonly documentSigner: KeyIdentity
  /** Fresh bytes that it signs. Default: random ones. */
  readonly message?: () => Uint8Array
  /** Makes every signature fail until `end`, so that the signer says the code; for those that can be troubled. */
  readonly trouble?: {
    begin(code: 'signer.busy' | 'signer.refused'): void
    end(): void
  }
  /** Gives everything back. A signer with a `close` of its own is closed by it, and then asked once more. */
  close?(): Promise<void> | void
}

export interface SuiteOptions {
  /** Default: both. */
  readonly algorithms?: readonly Algorithm[]
  /** False for one that takes no notice of a signal. Default true. */
  readonly abortable?: boolean
}

const SIGNATURES = 1000

/** What every signer does, wherever its key lies. */
export function signerSuite(
  name: string,
  open: (algorithm: Algorithm) => Promise<SignerUnderTest>,
  { algorithms = ['ES256', 'PS256'], abortable = true }: SuiteOptions = {},
): void {
  describe.each(algorithms)(`${name} signs %s`, (algorithm) => {
    /** Opens one, hands it over with a verifier of its signatures, and closes it. */
    async function using(
      action: (opened: Required<Pick<SignerUnderTest, 'signer' | 'documentSigner' | 'message'>>) => Promise<void>,
    ): Promise<void> {
      const opened = await open(algorithm)
      const { signer, documentSigner, message = () => new Uint8Array(randomBytes(400)) } = opened
      try {
        await action({ signer, documentSigner, message })
      } finally {
        await opened.close?.()
      }
    }

    const verifierOf = ({ spki }: KeyIdentity) => signatureVerifier(readPublicKey(spki))

    it('says whose key it is and how many signatures may be under way', () =>
      using(async ({ signer, documentSigner }) => {
        expect(signer.algorithm).toBe(algorithm)
        expect([...signer.kid]).toEqual([...documentSigner.kid])
        expect(signer.kid).toHaveLength(8)
        expect(Number.isSafeInteger(signer.lanes) && signer.lanes >= 1).toBe(true)
      }))

    it('so that the certificate verifies it, and no other bytes', () =>
      using(async ({ signer, documentSigner, message }) => {
        const verify = verifierOf(documentSigner)
        const [bytes, others] = [message(), message()]
        const untouched = bytes.slice()
        const signature = await signer.sign(bytes)
        expect(bytes).toEqual(untouched)
        expect(signature).toHaveLength(algorithm === 'ES256' ? 64 : 256)
        expect(await verify(bytes, signature)).toBe(true)
        expect(await verify(others, signature)).toBe(false)
      }))

    it('without touching a signature that it gave out', () =>
      using(async ({ signer, message }) => {
        const first = await signer.sign(message())
        const copy = first.slice()
        await signer.sign(message())
        expect(first).toEqual(copy)
      }))

    it('as many at once as it has lanes, and more, each over its own bytes', () =>
      using(async ({ signer, documentSigner, message }) => {
        const verify = verifierOf(documentSigner)
        const messages = Array.from({ length: signer.lanes * 3 }, message)
        const signatures = await Promise.all(messages.map(async (bytes) => signer.sign(bytes)))
        const right = await Promise.all(
          signatures.map((signature, index) => verify(messages[index] as Uint8Array, signature)),
        )
        expect(right.every(Boolean)).toBe(true)
      }))

    it.runIf(algorithm === 'ES256')('with a nonce that never comes twice', () =>
      using(async ({ signer, message }) => {
        const watched = repeatedNonceAlarm(signer, 2 ** 12)
        const nonces = new Set<string>()
        for (let made = 0; made < SIGNATURES; ) {
          const burst = Array.from({ length: Math.min(signer.lanes, SIGNATURES - made) }, async () =>
            watched.sign(message()),
          )
          for (const signature of await Promise.all(burst))
            nonces.add(Buffer.from(signature.subarray(0, 32)).toString('hex'))
          made += burst.length
        }
        expect(nonces.size).toBe(SIGNATURES)
      }),
    )

    it.runIf(abortable)('nothing for a signal that is aborted, and goes on after it', () =>
      using(async ({ signer, documentSigner, message }) => {
        const reason = new Error('stopped')
        const aborted = async () => signer.sign(message(), AbortSignal.abort(reason))
        await expect(aborted()).rejects.toBe(reason)
        const bytes = message()
        expect(await verifierOf(documentSigner)(bytes, await signer.sign(bytes, new AbortController().signal))).toBe(
          true,
        )
      }),
    )

    it('and says in one of two codes when it cannot', async ({ skip }) => {
      const { signer, trouble, message = () => new Uint8Array(randomBytes(400)), close } = await open(algorithm)
      try {
        if (trouble === undefined) return skip('a signer that has no trouble')
        for (const code of ['signer.busy', 'signer.refused'] as const) {
          trouble.begin(code)
          expect(await codeOf(() => signer.sign(message()))).toBe(code)
          trouble.end()
        }
      } finally {
        await close?.()
      }
    })

    it('nothing more once it is closed', async ({ skip }) => {
      const { signer, message = () => new Uint8Array(randomBytes(400)), close } = await open(algorithm)
      if (!('close' in signer)) return skip('a signer that is never closed')
      await close?.()
      expect(await codeOf(() => signer.sign(message()))).toBe('signer.refused')
    })
  })
}
