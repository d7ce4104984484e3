import { writeHex } from './bytes/hex.ts'
import { type Layers, toBeSigned } from './layers.ts'
import type { Stages, VerifyExpectation } from './vector.ts'

/**
 * What a reader finds in a certificate, layer by layer, up to where it must stop; without an expectation all of it.
 * Other documents stand there in place of the certificate.
 */
export function stagesOf(
  layers: Layers,
  { checks, code }: Partial<VerifyExpectation> = {},
  documents?: Stages['documents'],
): Stages {
  const isText = checks === undefined || checks.text === 'passed'
  return {
    ...((isText || code === 'text.zlib') && { base45: layers.base45, zlib: writeHex(layers.zlib) }),
    ...(isText && { cose: writeHex(layers.cose) }),
    ...(checks?.signer !== 'skipped' && {
      protected: writeHex(layers.protectedBytes),
      toBeSigned: writeHex(toBeSigned(layers)),
      payload: writeHex(layers.payload),
    }),
    ...((checks === undefined || checks.claims === 'passed') && (documents ? { documents } : { dcc: layers.dcc })),
  }
}
