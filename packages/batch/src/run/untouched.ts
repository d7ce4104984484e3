import type { Database } from '@vaxcert/records/database'
import { broken, type Claim } from '../ledger/chunk.ts'

const FOUND = ['intent', 'refusal', 'certificate'].map(
  (table) => `exists (select from vaxcert.${table} where dose_no between $1 and $2)`,
)

/** `open`: of its doses there is nothing yet. `intended`: none has a certificate. */
const TOUCHED = { open: FOUND.join(' or '), intended: FOUND[2] } as const

/**
 * Demands that nobody has written what a chunk is about to write: as a unique violation it would look like everybody's
 * matter, and stop every worker.
 * @throws Fault `ledger.broken`
 */
export async function requireUntouched(
  database: Database,
  { firstNo, lastNo }: Claim,
  state: keyof typeof TOUCHED,
): Promise<void> {
  const asked = `select ${TOUCHED[state]} as is_touched`
  const [row] = await database.query<{ is_touched: boolean }>(asked, [firstNo, lastNo])
  if (row?.is_touched !== false) throw broken('an outcome before its time')
}
