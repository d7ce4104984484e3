import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { WaitingCode } from '../codes.ts'
import { hex } from '../ledger/bytes.ts'
import { LOCK } from '../ledger/locks.ts'
import type { BlastRadius } from './issuing.ts'

const DAY = 86_400

const USED = `
  select coalesce(sum(certificates), 0)::float8 as used from vaxcert.key_use
  where kid = decode($1, 'hex') and day > $2::int - $3::int`

const USE = `
  insert into vaxcert.key_use as known (kid, day, certificates) values (decode($1, 'hex'), $2, $3)
  on conflict (kid, day) do update set certificates = known.certificates + excluded.certificates`

/**
 * Counts certificates that a key is about to be asked for, till the end of the transaction alone.
 * @throws Fault `gate.blast-radius` when they are more than it may sign in the period that ends with this day
 */
export async function useKey(
  database: Database,
  use: { readonly kid: Uint8Array; readonly iat: number; readonly certificates: number },
  limit: BlastRadius | undefined,
): Promise<void> {
  await database.query('select pg_advisory_xact_lock($1)', [LOCK.keyUse])
  await checkKeyUse(database, use, limit)
  await database.query(USE, [hex(use.kid), dayOfUse(use.iat), use.certificates])
}

/** @throws Fault `gate.blast-radius` as `useKey` would at this moment */
export async function checkKeyUse(
  database: Database,
  { kid, iat, certificates }: { readonly kid: Uint8Array; readonly iat: number; readonly certificates: number },
  limit: BlastRadius | undefined,
): Promise<void> {
  if (limit === undefined) return
  const [row] = await database.query<{ used: number }>(USED, [hex(kid), dayOfUse(iat), limit.periodDays])
  if ((row?.used ?? 0) + certificates > limit.certificates) {
    throw new Fault<WaitingCode>('gate.blast-radius', 'the key has signed enough for this period')
  }
}

/** The day on which a use is counted, of a time in seconds since 1970. */
export function dayOfUse(seconds: number): number {
  return Math.floor(seconds / DAY)
}
