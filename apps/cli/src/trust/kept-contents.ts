import { Fault } from '@vaxcert/core'
import { readRevocationIndex, readRules, type Snapshot } from '@vaxcert/core/trust'
import type { ListContents } from '@vaxcert/core/trust/publish'
import { entriesOf } from './entries.ts'
import { MAX_LOST, shrinkage } from './shrinkage.ts'
import { revocationSummary } from './summary.ts'

/** What rules and revocations may lose without anybody asking. */
export interface AllowedLoss {
  readonly mayShrink: boolean
  /** Countries that may lose all their rules. */
  readonly mayLose: readonly string[]
}

/**
 * Demands that neither rules nor revocations quietly become fewer; of signers the library sees to it.
 * @throws Fault `publish.shrinks`, `publish.country-lost`
 */
export function requireKept(before: Snapshot, after: ListContents, { mayShrink, mayLose }: AllowedLoss): void {
  const rules = entriesOf({ rules: readRules(after.rules) }).rules
  const { tooMuch, countries } = shrinkage(entriesOf(before).rules, rules)
  if (countries.some((country) => !mayLose.includes(country))) throw new Fault('publish.country-lost', 'rules')
  if (mayShrink) return
  if (tooMuch) throw new Fault('publish.shrinks', 'rules')
  const [old, young] = [revocationSummary(before.revocation), revocationSummary(readRevocationIndex(after.revocation))]
  const fewer = (name: 'revoked' | 'wholeSigners') => young[name] < old[name] * (1 - MAX_LOST)
  if (fewer('revoked') || fewer('wholeSigners')) throw new Fault('publish.shrinks', 'revocations')
}
