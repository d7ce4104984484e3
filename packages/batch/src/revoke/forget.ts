import type { Database } from '@vaxcert/records/database'

/**
 * Deletes the facts of doses whose certificates were released before a moment; answers of how many. Those certificates can
 * no longer be renewed (`renew.forgotten`), nor revoked by the days on which doses were given; that a dose comes again is still seen,
 * by its key and digest. The bytes that were signed stay, and say the same of the person: without them nobody
 * could export, verify or prove a certificate again.
 */
export async function forgetFacts(database: Database, before: Date): Promise<number> {
  const [row] = await database.query<{ count: number }>(FORGET, [before.toISOString()])
  return row?.count ?? 0
}

const FORGET = `
  with gone as (
    update vaxcert.dose set facts = null from vaxcert.chunk
    where dose_no between first_no and last_no and state = 'released' and released_at < $1 and facts is not null
    returning 1
  )
  select count(*)::float8 as count from gone`
