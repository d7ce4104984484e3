import type { Database } from '@vaxcert/records/database'

/**
 * Settles doses that came more than once. Of those that say the same the best one stays: one that every gate lets by, the
 * one that was entered first; in which order they came plays no part. Where they differ none is planned; the dose
 * counts in its series still, if its day and product are beyond doubt.
 */
export async function settleRepeated(database: Database): Promise<void> {
  await database.script(REPEATED)
}

const REPEATED = `
  create temporary table repeated on commit preserve rows as
    select key, min(content) <> max(content) as differs, min(place) <> max(place) as moves
    from staged group by key having count(*) > 1;
  analyze repeated;
  update staged set code = case when differs then 'dose.conflict' when rank > 1 then 'dose.duplicate' else code end,
    counts = counts and rank = 1 and not moves
  from (
    select line, differs, moves,
      row_number() over (partition by key order by code is not null, code, entered collate "C", content, line) as rank
    from staged join repeated using (key)
  ) as ranked
  where ranked.line = staged.line;
  drop table repeated`
