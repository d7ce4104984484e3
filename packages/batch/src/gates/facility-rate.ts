import { Fault } from '@vaxcert/core/fault'
import type { Database } from '@vaxcert/records/database'
import type { GateCode } from '../plan/plan-codes.ts'

/** What a facility can have given on one day: doses by the day on which they were entered. */
export interface FacilityRate {
  /** No facility enters more. */
  readonly perDay: number
  /** Nor more than so many times the median of its days. */
  readonly timesUsual: number
  /** So many are never too many, whatever is usual. */
  readonly least: number
  /** Facilities of which somebody has looked at the days that were too busy. */
  readonly cleared: readonly string[]
}

/** A day on which a facility entered more than it can have given: all of its doses are held until somebody has looked. */
export interface FacilityAlarm {
  readonly facility: string
  readonly day: string
  readonly doses: number
  /** What is usual there: the median of its days. */
  readonly usual: number
}

/** Holds the doses of days that are too busy, what earlier batches planned of them counted in; of `judged`. */
export async function holdBusyDays(database: Database, rate: FacilityRate): Promise<readonly FacilityAlarm[]> {
  await database.script(DAYS)
  await database.query(NOT_BUSY, [rate.perDay, rate.least, rate.timesUsual, [...rate.cleared]])
  const alarms = await database.query<FacilityAlarm>(
    'select facility, day, doses, usual from busy order by doses desc, facility, day',
  )
  if (alarms.length > 0) await database.script(HOLD)
  await database.script('drop table busy')
  return alarms
}

const DAYS = `
  create temporary table busy as
    with fresh as (
      select facility, entered as day, count(*) as doses from judged where code is null group by facility, entered
    ), known as (
      select facility, day, sum(doses)::float8 as doses from (
        select * from fresh union all
        select facility, day, planned from vaxcert.facility_day where facility in (select facility from fresh)
      ) as each group by facility, day
    ), usual as (
      select facility, percentile_disc(0.5) within group (order by doses) as usual from known group by facility
    )
    select facility, day, known.doses, usual
    from fresh join known using (facility, day) join usual using (facility)`

const NOT_BUSY = `
  delete from busy
  where facility = any($4::text[]) or (doses <= $1::float8 and (doses <= $2::float8 or doses <= $3::float8 * usual))`

const HOLD = `
  update judged set code = 'gate.facility-rate' from busy
  where judged.facility = busy.facility and judged.entered = busy.day and judged.code is null`

/**
 * Counts one dose of a facility more, within a transaction.
 * @throws Fault `gate.facility-rate` where it is one too many for the day
 */
export async function countEntered(
  database: Database,
  { facility, day }: { readonly facility: string; readonly day: string },
  { perDay, cleared }: FacilityRate,
): Promise<void> {
  const [row] = await database.query<{ planned: number }>(COUNT, [facility, day])
  if ((row?.planned ?? 0) > perDay && !cleared.includes(facility))
    throw new Fault<GateCode>('gate.facility-rate', 'too many doses of a facility on one day')
}

const COUNT = `
  insert into vaxcert.facility_day as known (facility, day, planned) values ($1, $2, 1)
  on conflict (facility, day) do update set planned = known.planned + 1 returning planned::float8`
