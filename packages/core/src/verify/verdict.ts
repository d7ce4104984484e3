import type { DecodedDcc } from '../dcc/decode.ts'
import type { Usage } from '../dcc/types.ts'
import type { DocumentSigner } from '../trust/document-signer.ts'

/** Why a certificate is refused: it is wrong, whatever list we hold. */
export type RefusalCode =
  | 'text.prefix'
  | 'text.base45'
  | 'text.zlib'
  | 'text.too-large'
  | 'cose.shape'
  | 'cose.algorithm'
  | 'claims.shape'
  | 'dcc.schema'
  | 'signature.mismatch'
  | 'signer.expired'
  | 'signer.usage'
  | 'signer.country'
  | 'dcc.not-yet'
  | 'dcc.expired'
  | 'dcc.positive'

/** Why we cannot say: our lists or this device lack what it takes. */
export type UndecidedCode = 'signer.unknown' | 'signer.unsupported'

/** The checks in the order in which they are made. */
export type CheckName =
  | 'text'
  | 'message'
  | 'signer'
  | 'signature'
  | 'claims'
  | 'time'
  | 'validity'
  | 'country'
  | 'usage'
  | 'event'

/** What came of one check. A check that was not reached is `skipped`. */
export interface Check {
  readonly name: CheckName
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** Present when the check failed. */
  readonly code?: RefusalCode | UndecidedCode
}

declare const verified: unique symbol

/** A certificate that passed every check. Only `verify` makes one, inside an accepted verdict. */
export interface VerifiedDcc extends DecodedDcc {
  readonly usage: Usage
  readonly [verified]: true
}

/** `undecided` is the border's third answer: our lists hold no key for this issuer, so we cannot say. */
export type Verdict =
  | {
      readonly kind: 'accepted'
      readonly dcc: VerifiedDcc
      readonly signer: DocumentSigner
      readonly checks: readonly Check[]
    }
  | {
      readonly kind: 'refused'
      readonly code: RefusalCode
      readonly decoded?: DecodedDcc
      readonly checks: readonly Check[]
    }
  | {
      readonly kind: 'undecided'
      readonly code: UndecidedCode
      readonly decoded?: DecodedDcc
      readonly checks: readonly Check[]
    }
