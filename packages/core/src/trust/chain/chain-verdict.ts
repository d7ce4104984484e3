import type { Profile } from '../../dcc/types.ts'

/** The checks of a document signer (DSC) and of the authority that is said to have signed it (CSCA), in their order. */
export type ChainCheckName = (typeof chainCheckNames)[number]

/** All checks, in the order in which they are told. */
export const chainCheckNames = [
  'csca-form',
  'dsc-form',
  'csca-version',
  'dsc-version',
  'csca-serial',
  'dsc-serial',
  'csca-algorithm',
  'dsc-algorithm',
  'csca-key',
  'dsc-key',
  'csca-extensions',
  'dsc-extensions',
  'csca-ca',
  'csca-usage',
  'csca-signature',
  'dsc-no-ca',
  'dsc-usage',
  'dsc-purpose',
  'name',
  'key-id',
  'signature',
  'csca-at-issue',
  'dsc-at-issue',
  'csca-now',
  'dsc-now',
] as const

/** Why a check does not hold. */
export type ChainCode =
  | 'chain.form'
  | 'chain.version'
  | 'chain.v1'
  | 'chain.serial'
  | 'chain.algorithm'
  | 'chain.key'
  | 'chain.extensions'
  | 'chain.critical'
  | 'chain.no-ca'
  | 'chain.ca-not-critical'
  | 'chain.csca-usage'
  | 'chain.self-signature'
  | 'chain.not-self-issued'
  | 'chain.dsc-is-ca'
  | 'chain.dsc-usage'
  | 'chain.dsc-purpose'
  | 'chain.name'
  | 'chain.key-id'
  | 'chain.key-id-wrapped'
  | 'chain.signature'
  | 'chain.not-at-issue'
  | 'chain.not-yet'
  | 'chain.dsc-expired'
  | 'chain.csca-expired'

/**
 * What came of one check. `tolerated`: it does not hold, as in certificates that are in use, and does no harm.
 * `skipped`: it does not apply, or the certificate that it is about cannot be read.
 */
export interface ChainCheck {
  readonly name: ChainCheckName
  readonly outcome: 'passed' | 'failed' | 'tolerated' | 'skipped'
  /** Set where the outcome is `failed` or `tolerated`. */
  readonly code?: ChainCode
}

/**
 * Whether a code names what stands in certificates of the lists in use and does no harm (decision 0012): a document
 * signer of X.509 version 1, a CA flag that is not critical, a CSCA under a national root, a key identifier in more
 * wrapping than it needs, a CSCA that expired before its document signer (hcert §5.1: being on the list counts most).
 */
export function isTolerated(code: ChainCode): boolean {
  return tolerated.includes(code)
}

const tolerated: readonly ChainCode[] = [
  'chain.v1',
  'chain.ca-not-critical',
  'chain.not-self-issued',
  'chain.key-id-wrapped',
  'chain.csca-expired',
]

/** What came of a chain. */
export interface ChainVerdict {
  /** Whether no check failed. */
  readonly trusted: boolean
  /** Every check, in order; a failing one stops no other. */
  readonly checks: readonly ChainCheck[]
}

/** For which moments, and how strictly, a chain is checked. */
export interface ChainOptions {
  /** When a health certificate was signed; both must have been valid then. */
  readonly issuedAt?: Date
  /** The moment of the check. */
  readonly at: Date
  /** `eu`, the default, tolerates what stands in the lists of today; `strict` is for what one makes oneself. */
  readonly profile?: Profile
}
