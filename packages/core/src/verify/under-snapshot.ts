import type { ChunkSource } from '../trust/revocation/chunk-source.ts'
import { exactRevocation } from '../trust/revocation/exact-revocation.ts'
import type { Purpose } from '../trust/rule.ts'
import { type Snapshot, snapshotAge } from '../trust/snapshot.ts'
import type { VerifyOptions } from './verify-options.ts'

/** What a checker wants of a snapshot beside its trust. */
export interface SnapshotPolicy {
  /** Where the pieces of the revocation list lie. */
  readonly chunks: ChunkSource
  /** Whose rules must hold, and for what. Left out, none are asked. */
  readonly rules?: { readonly country: string; readonly purpose: Purpose; readonly region?: string }
}

/**
 * Everything that a snapshot knows, as options for `verify` at one moment. Many certificates may be verified with
 * them; make them anew when the minute has passed, for they hold the moment and the age of the lists.
 */
export function underSnapshot(snapshot: Snapshot, at: Date, policy: SnapshotPolicy): VerifyOptions {
  const { trust, rules, valueSets, revocation } = snapshot
  return {
    trust,
    at,
    lists: snapshotAge(snapshot, at),
    revocation: exactRevocation(revocation, policy.chunks),
    ...(policy.rules && { rules: { rules, valueSets, ...policy.rules } }),
  }
}
