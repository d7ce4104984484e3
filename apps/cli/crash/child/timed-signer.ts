import type { Signer } from '@vaxcert/core/cose'
import type { Tell } from './journal.ts'

/** Milliseconds that no signature takes where nothing is wrong. */
const SLOW = 500

/** Tells when a signer that gave no signature for a while gave one again. */
export function timedSigner(signer: Signer, tell: Tell): Signer {
  let lastAt = 0
  let failingSince: number | undefined
  return {
    ...signer,
    sign: async (toBeSigned, signal) => {
      const asked = performance.now()
      try {
        const signature = await signer.sign(toBeSigned, signal)
        const now = performance.now()
        const waited = now - Math.max(lastAt, failingSince ?? asked)
        if (waited > SLOW) tell({ kind: 'recovered', at: Date.now() })
        failingSince = undefined
        lastAt = now
        return signature
      } catch (error) {
        failingSince ??= asked
        throw error
      }
    },
  }
}
