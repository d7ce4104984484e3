import type { ChainCheckName, ChainCode } from '@vaxcert/core/trust/chain'
import type { ChainExpectation } from './vector.ts'

export const trusted: ChainExpectation = { kind: 'trusted', checks: {} }

/** Trusted although this check does not hold. */
export function tolerates(check: ChainCheckName): ChainExpectation {
  return { kind: 'trusted', checks: { [check]: 'tolerated' } }
}

/** Refused by exactly this check. */
export function refusedBy(check: ChainCheckName, code: ChainCode): ChainExpectation {
  return { kind: 'refused', code, checks: { [check]: 'failed' } }
}
