import type { DecodedDcc } from '../dcc/decode.ts'
import type { DocumentClaims, Usage } from '../dcc/types.ts'
import type { DocumentSigner } from '../trust/document-signer.ts'
import type { RuleResult } from './rules/rule-result.ts'

/** Why a certificate is refused: it is wrong, whatever else we may not know. */
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
  | 'signer.denied'
  | 'signer.usage'
  | 'signer.country'
  | 'dcc.not-yet'
  | 'dcc.expired'
  | 'dcc.positive'
  | 'dcc.revoked'
  | 'rules.refused'

/** Why we cannot say: our lists, our rules or this device lack what it takes. */
export type UndecidedCode =
  | 'signer.unknown'
  | 'signer.unsupported'
  | 'clock.behind'
  | 'content.no-rules'
  | 'lists.too-old'
  | 'revocation.unavailable'
  | 'rules.none'
  | 'rules.unreadable'

/** What an accepted verdict should be told with. */
export type Warning = 'lists.stale'

/** The checks in the order in which they are made. */
export type CheckName =
  | 'text'
  | 'message'
  | 'signer'
  | 'signature'
  | 'claims'
  | 'clock'
  | 'time'
  | 'validity'
  | 'country'
  | 'content'
  | 'usage'
  | 'event'
  | 'lists'
  | 'revocation'
  | 'rules'

/** What came of one check. A check that was not reached, or for which nothing was handed in, is `skipped`. */
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

/** What was found on the way to a verdict that is not accepted: all of it behind a right signature. */
export interface Found {
  /** Whose key made the signature. */
  readonly signer?: DocumentSigner
  readonly decoded?: DecodedDcc
  /** Health documents of another kind, where the message holds no Dcc. */
  readonly documents?: DocumentClaims
  /** What each rule said, when rules were asked. */
  readonly rules?: readonly RuleResult[]
}

/**
 * `undecided` is the border's third answer: our lists hold no key for this issuer or are too old, a rule cannot be
 * read, or we have no rules for such a document; so we cannot say.
 */
export type Verdict =
  | {
      readonly kind: 'accepted'
      readonly dcc: VerifiedDcc
      readonly signer: DocumentSigner
      readonly checks: readonly Check[]
      readonly warnings: readonly Warning[]
      /** What each rule said, when rules were asked. */
      readonly rules?: readonly RuleResult[]
    }
  | ({ readonly kind: 'refused'; readonly code: RefusalCode; readonly checks: readonly Check[] } & Found)
  | ({ readonly kind: 'undecided'; readonly code: UndecidedCode; readonly checks: readonly Check[] } & Found)
