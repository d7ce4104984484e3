import { hash } from 'node:crypto'
import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { ApproveCode } from '../approve/approve-codes.ts'
import { hex } from '../ledger/bytes.ts'
import { broken, type Claim } from '../ledger/chunk.ts'
import { inLedger } from '../ledger/transaction.ts'
import type { NoteSigner } from '../log/index.ts'
import type { Issuing } from './issuing.ts'
import type { DoseRow } from './prepare-doses.ts'
import { isSingleSealed } from './single-seal.ts'
import type { Standing } from './standing-use.ts'

/**
 * What is about to be signed is what was approved: the facts of each dose have the digest that its row says, and those
 * digests are the approved ones; under a standing approval, that the dose is sealed. Answers that approval's bounds.
 * @throws Fault `ledger.broken`, `approve.*`
 */
export async function checkContents(
  database: Database,
  claim: Claim,
  doses: readonly DoseRow[],
  { requireApproved, logSigner }: Issuing,
): Promise<Standing | undefined> {
  for (const { facts, content } of doses) {
    if (facts !== null && hash('sha256', facts, 'hex') !== hex(content)) throw broken('facts that nobody planned')
  }
  const approved = await (requireApproved && inLedger(requireApproved(database, claim.batch)))
  const contents = doses.map(({ content }) => content)
  approved?.requireContents(claim.firstNo, contents)
  if (approved?.standing !== undefined) requireSealed(claim, contents, logSigner)
  return approved?.standing
}

/** One dose is a chunk. */
function requireSealed({ batch, firstNo, seal }: Claim, contents: readonly Uint8Array[], logSigner: NoteSigner): void {
  const [content, ...more] = contents
  const isRight =
    content !== undefined &&
    more.length === 0 &&
    seal !== undefined &&
    isSingleSealed({ batch, doseNo: firstNo, content }, seal, logSigner)
  if (!isRight) throw new Fault<ApproveCode>('approve.contents', 'a dose that came through no gate')
}
