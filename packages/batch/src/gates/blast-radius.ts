import type { Database } from '@vaxcert/records/database'
import { hex } from '../ledger/bytes.ts'
import type { BlastRadius } from '../run/issuing.ts'
import { dayOfUse } from '../run/key-use.ts'

/**
 * For how many certificates more a key may be planned: what one lost key can spoil, less what it was asked for in the
 * period that ends with this day, less what is planned for it and not begun. Undefined without a limit.
 */
export async function roomOfKey(
  database: Database,
  kid: Uint8Array,
  at: Date,
  limit: BlastRadius | undefined,
): Promise<number | undefined> {
  if (limit === undefined) return undefined
  const [row] = await database.query<{ used: number }>(USED, [
    hex(kid),
    dayOfUse(at.getTime() / 1000) - limit.periodDays,
    Buffer.from(kid).toString('base64'),
  ])
  return Math.max(0, limit.certificates - (row?.used ?? 0))
}

const USED = `
  select (
    coalesce((select sum(certificates) from vaxcert.key_use where kid = decode($1, 'hex') and day > $2::int), 0)
    + coalesce((
      select sum(last_no - first_no + 1) from vaxcert.chunk join vaxcert.batch using (batch_id)
      where chunk.state = 'open' and batch.state in ('planned', 'approved') and manifest::json ->> 'kid' = $3
    ), 0)
  )::float8 as used`
