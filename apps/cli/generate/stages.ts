import { writeHex } from './bytes/hex.ts'
import { type Layers, toBeSigned } from './layers.ts'
import type { Stages, VerifyExpectation } from './vector.ts'

/** What a reader finds in a certificate, layer by layer, up to where it must stop. */
export function stagesOf(layers: Layers, { checks, code }: Partial<VerifyExpectation> = {}): Stages {
  return {
    ...((checks?.text !== 'failed' || code === 'text.zlib') && { base45: layers.base45, zlib: writeHex(layers.zlib) }),
    ...(checks?.text !== 'failed' && { cose: writeHex(layers.cose) }),
    ...(isReached(checks?.signer) && {
      protected: writeHex(layers.protectedBytes),
      toBeSigned: writeHex(toBeSigned(layers)),
      payload: writeHex(layers.payload),
    }),
    ...(isReached(checks?.time) && { dcc: layers.dcc }),
  }
}

function isReached(outcome: string | undefined): boolean {
  return outcome !== 'skipped'
}
