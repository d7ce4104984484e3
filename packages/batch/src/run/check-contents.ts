import { hash } from 'node:crypto'
import type { Database } from '@vaxcert/records/database'
import { hex } from '../ledger/bytes.ts'
import { broken, type Claim } from '../ledger/chunk.ts'
import { inLedger } from '../ledger/transaction.ts'
import type { Issuing } from './issuing.ts'
import type { DoseRow } from './prepare-doses.ts'

/**
 * What is about to be signed is what was approved: the facts of each dose have the digest that its row says, and those
 * digests are the approved ones.
 * @throws Fault `ledger.broken`, `approve.*`
 */
export async function checkContents(
  database: Database,
  { batch, firstNo }: Claim,
  doses: readonly DoseRow[],
  { requireApproved }: Issuing,
): Promise<void> {
  for (const { facts, content } of doses) {
    if (facts !== null && hash('sha256', facts, 'hex') !== hex(content)) throw broken('facts that nobody planned')
  }
  const approved = await (requireApproved && inLedger(requireApproved(database, batch)))
  approved?.requireContents(
    firstNo,
    doses.map(({ content }) => content),
  )
}
