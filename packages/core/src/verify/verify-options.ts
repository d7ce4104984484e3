import type { Profile } from '../dcc/types.ts'
import type { ListsAge } from '../trust/lists-age.ts'
import type { Revocation } from '../trust/revocation/revocation.ts'
import type { TrustList } from '../trust/trust-list.ts'
import type { Clock } from './checks/time.ts'
import type { RulePolicy } from './rules/rule-policy.ts'

/** What `verify` is told beside the text: trust, the clock, and what else is to be asked. */
export interface VerifyOptions {
  /** Whose word counts. */
  readonly trust: TrustList
  /** The moment for which the verdict holds. */
  readonly at: Date
  /** Default `eu`. */
  readonly profile?: Profile
  /** How many seconds an issuer's clock may be ahead of ours, 0 to 3600. Default 300. */
  readonly clockSkewSeconds?: number
  /** How old our lists are. Left out, neither their age nor the clock is asked. */
  readonly lists?: ListsAge
  /** What is revoked. Left out, it is not asked. */
  readonly revocation?: Revocation
  /** Whose rules must hold. Left out, a right signature by a right signer at the right time is enough. */
  readonly rules?: RulePolicy
}

const DEFAULT_SKEW = 300
const MAX_SKEW = 3600

/**
 * The clock of the options.
 * @throws TypeError for what no caller can mean
 */
export function readClock({ at, clockSkewSeconds: skew = DEFAULT_SKEW }: VerifyOptions): Clock {
  const now = at.getTime() / 1000
  if (Number.isNaN(now)) throw new TypeError('at: not a date')
  if (!(skew >= 0 && skew <= MAX_SKEW)) throw new TypeError('clockSkewSeconds: 0 to 3600')
  return { now, skew }
}
