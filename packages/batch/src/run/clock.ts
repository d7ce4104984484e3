import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { LedgerCode } from '../codes.ts'
import { inLedger } from '../ledger/transaction.ts'

/** How far, in seconds, two clocks may be apart. */
const SKEW = 60

const CLOCKS =
  'select extract(epoch from clock_timestamp())::float8 as now, (select max(iat) from vaxcert.chunk) as last'

/**
 * The moment by our clock, if the clock of the database agrees, and no certificate was issued later.
 * @throws Fault `ledger.clock`
 */
export async function checkedNow(database: Database, now: () => Date): Promise<Date> {
  const before = now()
  const [row] = await inLedger(database.query<{ now: number; last: string | number | null }>(CLOCKS))
  const after = now()
  const theirs = row?.now ?? Number.NaN
  const isNear = theirs > before.getTime() / 1000 - SKEW && theirs < after.getTime() / 1000 + SKEW
  if (!isNear) throw wrong('the clock of the database is another')
  if (Number(row?.last ?? 0) > after.getTime() / 1000 + SKEW) throw wrong('behind what was issued')
  return after
}

function wrong(detail: string): Fault<LedgerCode> {
  return new Fault('ledger.clock', detail)
}
