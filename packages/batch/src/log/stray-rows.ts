import type { Database } from '@vaxcert/records/database'
import { inLedger } from '../ledger/transaction.ts'
import type { LogFinding } from './recompute.ts'

/** One statement sees the ledger at one moment: workers may go on. */
const STRAY_TILES = `
  select level, at
  from vaxcert.tile, vaxcert.log_head
  where octet_length(hashes) is distinct from
    case when level between 0 and 7 then 32 * greatest(0, least(256, div(size, 256::numeric ^ level) - at * 256)) else -1 end
  order by level, at limit 100`

const STRAY_CERTIFICATES = `
  select leaf from vaxcert.certificate, vaxcert.log_head where leaf < 0 or leaf >= size order by leaf limit 100`

const UNCOVERED = `
  select count(*) as count
  from vaxcert.certificate
  join vaxcert.chunk on dose_no between first_no and last_no
  where state = 'released' and leaf >= (select coalesce(max(size), 0) from vaxcert.checkpoint)`

/** Tiles that are not as wide as a tree of the log's size has them, and certificates at places that the log does not have. */
export async function strayRows(database: Database): Promise<readonly LogFinding[]> {
  const tiles = await inLedger(database.query<{ level: number; at: number | string }>(STRAY_TILES))
  const certificates = await inLedger(database.query<{ leaf: number | string }>(STRAY_CERTIFICATES))
  return [
    ...tiles.map(({ level, at }) => ({ code: 'log.surplus', tile: { level, at: Number(at) } }) as const),
    ...certificates.map(({ leaf }) => ({ code: 'log.surplus', entry: Number(leaf) }) as const),
  ]
}

/** How many released certificates no checkpoint covers: none may be. */
export async function uncoveredReleases(database: Database): Promise<number> {
  const [row] = await inLedger(database.query<{ count: number | string }>(UNCOVERED))
  return Number(row?.count ?? 0)
}
