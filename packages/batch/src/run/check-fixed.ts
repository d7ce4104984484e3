import { Fault } from '@vaxcert/core/fault'
import type { Authority } from '@vaxcert/core/issue'
import type { Database } from '@vaxcert/records/database'
import { broken, type Claim, doseCount, type Intended, type Intent } from '../ledger/chunk.ts'
import { inLedger } from '../ledger/transaction.ts'
import { checkContents } from './check-contents.ts'
import type { Issuing } from './issuing.ts'
import { type DoseRow, fixDose } from './prepare-doses.ts'

const FIXED = `
  select d.dose_no, d.facts, d.content, i.uvci, i.to_be_signed
  from vaxcert.dose d left join vaxcert.intent i on i.dose_no = d.dose_no and i.dose_no between $1 and $2
  where d.dose_no between $1 and $2 and d.batch_id = $3 order by d.dose_no`

interface FixedRow extends DoseRow {
  readonly uvci: string | null
  readonly to_be_signed: Uint8Array | null
}

/**
 * Holds bytes that were fixed before against what was approved: byte for byte they are what we make of the facts. Whoever can
 * write to the ledger could otherwise say that something was fixed, and have it signed. Answers them, or a Fault where they
 * are others.
 * @throws Fault `ledger.*`, `approve.*`
 */
export async function checkFixed(
  database: Database,
  claim: Claim & { readonly intended: Intended },
  authority: Authority,
  issuing: Issuing,
): Promise<readonly Intent[] | Fault> {
  const rows = await inLedger(database.query<FixedRow>(FIXED, [claim.firstNo, claim.lastNo, claim.batch]))
  if ((claim.intended.exp ?? 0) > authority.documentSigner.notAfter)
    return new Fault('signer.expired', 'expires beyond the document signer')
  if (rows.length !== doseCount(claim)) throw broken('a chunk without all of its doses')
  await checkContents(database, claim, rows, issuing)
  const fixed: Intent[] = []
  for (const row of rows) {
    const { dose_no, to_be_signed } = row
    if (to_be_signed === null) continue
    if (!isOurs(row, claim.intended, authority)) return broken('bytes that nobody fixed')
    fixed.push({ doseNo: Number(dose_no), toBeSigned: to_be_signed })
  }
  if (fixed.length + claim.intended.refused !== doseCount(claim)) return broken('a chunk without all of its intents')
  return fixed
}

function isOurs({ facts, uvci, to_be_signed }: FixedRow, { iat, exp }: Intended, authority: Authority): boolean {
  try {
    const ours = fixDose(facts, uvci ?? '', { authority, issuedAt: new Date(iat * 1000) })
    return ours.exp === exp && Buffer.compare(ours.toBeSigned, to_be_signed ?? new Uint8Array()) === 0
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}
