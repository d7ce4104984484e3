import type { SetRule } from './set-rule.ts'

/** What facilities counted on paper: doses given on a day. */
export interface GivenCount {
  readonly facility: string
  /** "2021-09-15". */
  readonly day: string
  readonly given: number
}

/** What a facility got of a lot; what came at several times adds up. */
export interface ReceivedLot {
  readonly facility: string
  /** However it is written: lots are compared as `lotKey` has them. */
  readonly lot: string
  readonly doses: number
}

/** A dose on a day on which its facility, that counted before and after, counted none. */
export const noSession: SetRule = {
  id: 'DS-05',
  severity: 'R',
  fix: 'F',
  fields: ['dose_date', 'facility'],
  example: '2021-09-19, between sessions on the 17th and the 21st',
  sql: `
    with span as (select facility, min(day) as first, max(day) as last from given_count group by facility)
    select row, day as before, null as after, array[]::int[] as others from kept join span using (facility)
    where domestic and day between first and last and not exists (
      select from given_count counted where counted.facility = kept.facility and counted.day = kept.day and given > 0)`,
  parameters: () => [],
}

/** More doses of a lot than the facility got: the rows that came last, as many as are too many. */
export const moreThanReceived: SetRule = {
  id: 'DS-05',
  severity: 'R',
  fix: 'F',
  fields: ['lot', 'facility'],
  example: '1,201 doses of 1,200',
  sql: `
    with stock as (select facility, lot, sum(doses) as doses from received_lot group by facility, lot),
    placed as (
      select row, lot, doses, row_number() over (partition by facility, lot order by row) as place
      from kept join stock using (facility, lot) where domestic and given
    )
    select row, lot as before, null as after, array[]::int[] as others from placed where place > doses`,
  parameters: () => [],
}

/** More doses entered than given: the rows that came last, as many as are too many. They may be another facility's. */
export const moreThanGiven: SetRule = {
  id: 'PR-05',
  severity: 'R',
  fix: 'M',
  fields: ['facility', 'dose_date'],
  example: '104 entered of 100 given',
  sql: `
    with counted as (select facility, day, sum(given) as given from given_count group by facility, day having sum(given) > 0),
    placed as (
      select row, kept.facility, counted.given, row_number() over (partition by facility, day order by row) as place
      from kept join counted using (facility, day) where domestic and kept.given
    )
    select row, facility as before, null as after, array[]::int[] as others from placed where place > given`,
  parameters: () => [],
}
