import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { WaitingCode } from '../codes.ts'

/** What people approved without knowing which doses it will be. */
export interface Standing {
  /** Doses on one day, UTC. */
  readonly perDay: number
  /** Last day on which doses are planned under it, "2022-06-30". */
  readonly until: string
}

const DAY = 86_400

/** Days beyond its end within which what was planned before may be fixed: as long as an outage may last. */
const GRACE = 7

const USE = `
  insert into vaxcert.standing_day as known (batch_id, day, planned, intended) values ($1, $2, 0, $3)
  on conflict (batch_id, day) do update set intended = known.intended + excluded.intended
  returning intended::float8`

/**
 * Counts certificates that are about to be asked for under a standing approval, till the end of the transaction alone.
 * Planning has counted them too; what comes into the ledger without it is bounded here.
 * @throws Fault `gate.standing` when they are more than it lets through on this day, or it has ended
 */
export async function useStanding(
  database: Database,
  { batch, iat, certificates }: { readonly batch: number; readonly iat: number; readonly certificates: number },
  { perDay, until }: Standing,
): Promise<void> {
  if (!(iat < Date.parse(until) / 1000 + (1 + GRACE) * DAY)) throw refused('has ended')
  const day = new Date(iat * 1000).toISOString().slice(0, 10)
  const [row] = await database.query<{ intended: number }>(USE, [batch, day, certificates])
  if (!((row?.intended ?? Number.NaN) <= perDay)) throw refused('used up for this day')
}

function refused(detail: string): Fault<WaitingCode> {
  return new Fault('gate.standing', detail)
}
