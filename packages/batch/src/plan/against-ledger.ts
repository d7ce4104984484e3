import type { Database } from '@vaxcert/records/database'

/**
 * Holds what was composed against the ledger, into `judged`: a row for each, with why it is held back, or which version
 * of its dose it is and whose place it takes. A dose that is there already and says the same is a duplicate,
 * or `gate.revoked` where that was revoked; one that says something else is a conflict, but in a batch of corrections.
 */
export async function judgeAgainstLedger(database: Database, kind: 'issue' | 'correct'): Promise<void> {
  await database.script(EARLIER)
  await database.script(kind === 'issue' ? ISSUE : CORRECT)
  await database.script('drop table earlier; analyze judged')
}

/** Of doses that were planned before: the newest version, and the newest certificate of it. */
const EARLIER = `
  drop table if exists judged;
  create temporary table earlier as
    select line, newest.version, last.dose_no, first.content = composed.content as same,
      exists (select from vaxcert.revocation where dose_no in (first.dose_no, last.dose_no)) as revoked
    from composed
    join vaxcert.dose as known on known.dose_key = composed.key
    cross join lateral (select vaxcert.last_version(composed.source, composed.dose_id) as version) as newest
    join vaxcert.dose as first
      on first.dose_key = vaxcert.dose_key(composed.source, composed.dose_id, newest.version, 0)
    cross join lateral (
      select vaxcert.last_renewal(composed.source, composed.dose_id, newest.version) as renewal
    ) as youngest
    join vaxcert.dose as last
      on last.dose_key = vaxcert.dose_key(composed.source, composed.dose_id, newest.version, youngest.renewal)
    where composed.code is null;
  analyze earlier`

const SAME = `when same and revoked then 'gate.revoked' when same then 'dose.duplicate'`

const ISSUE = `
  create temporary table judged as
    select line, facility, key, entered, 1 as version, null::bigint as replaces,
      case when code is not null then code ${SAME} when dose_no is not null then 'dose.conflict' end as code
    from composed left join earlier using (line)`

const CORRECT = `
  create temporary table judged as
    select line, facility, key, entered, earlier.version + 1 as version, dose_no as replaces,
      case when code is not null then code ${SAME} when dose_no is null then 'dose.unknown' end as code
    from composed left join earlier using (line)`
