import type { Database } from '@vaxcert/records/database'
import { broken, type Claim } from '../ledger/chunk.ts'

const CERTIFICATES = 'exists (select from vaxcert.certificate where dose_no between $1 and $2)'
const ANYTHING = `
  exists (select from vaxcert.intent where dose_no between $1 and $2)
  or exists (select from vaxcert.refusal where dose_no between $1 and $2) or ${CERTIFICATES}`

/**
 * Demands that nobody has written what a chunk is about to write: as a unique violation it would look like everybody's
 * matter, and stop every worker.
 * @throws Fault `ledger.broken`
 */
export async function requireUntouched(
  database: Database,
  { firstNo, lastNo }: Claim,
  state: 'open' | 'intended',
): Promise<void> {
  // Of an open chunk there is nothing yet; of one that is intended no certificate.
  const asked = `select ${state === 'open' ? ANYTHING : CERTIFICATES} as is_touched`
  const [row] = await database.query<{ is_touched: boolean }>(asked, [firstNo, lastNo])
  if (row?.is_touched !== false) throw broken('an outcome before its time')
}
