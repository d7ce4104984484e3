import type { Database } from '@vaxcert/records/database'

/** Rows that are held, each with its line and code: of `staged`, and of what was composed from it. */
export const HELD = `
  select line, source, dose_id, facility, code from staged where code is not null
  union all
  select judged.line, source, dose_id, judged.facility, judged.code from judged join composed using (line)
  where judged.code is not null`

/** How many rows are held, by code, in the order of codes. */
export async function heldCounts(database: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await database.query<{ code: string; count: number }>(
    `select code, count(*)::float8 as count from (${HELD}) as held group by code order by code collate "C"`,
  )
  return Object.fromEntries(rows.map(({ code, count }) => [code, count]))
}

/** How many doses of a facility are planned, and how many held. */
export interface FacilityCounts {
  readonly facility: string
  readonly planned: number
  readonly held: number
}

/** In the order of facilities. */
export function facilityCounts(database: Database): Promise<readonly FacilityCounts[]> {
  return database.query<FacilityCounts>(`
    select facility, sum(planned)::float8 as planned, sum(held)::float8 as held from (
      select facility, 0 as planned, 1 as held from (${HELD}) as held
      union all
      select facility, 1, 0 from judged where code is null
    ) as each group by facility order by facility collate "C"`)
}
