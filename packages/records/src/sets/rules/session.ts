import type { SetRule } from './set-rule.ts'

/** Personal numbers one after the other in one session: families have two or three. */
const RUN = 5
/** Rows of one session with one time of entry, to the second, and one name or phone. */
const ALIKE = 5

/**
 * A facility's day with rows that were made up or pasted down: a run of numbers, each one more than the one before; or
 * one time of entry and one name, or phone, under several numbers.
 */
export const suspiciousSession: SetRule = {
  id: 'DU-08',
  severity: 'R',
  fix: 'M',
  fields: ['id_number', 'entry_date', 'full_name'],
  example: '001085012345, 001085012346, 001085012347, …',
  sql: `
    with placed as (
      select row, facility, day, number, name, phone, entered,
        number::bigint - dense_rank() over (partition by facility, day order by number) as run
      from kept where kind = 'personal' and facility <> '' and day <> ''
    ), runs as (
      select facility, day, run from placed group by facility, day, run having count(distinct number) >= $1
    ), pasted as (
      select facility, day, entered, name, '' as phone from placed
      where length(entered) >= 16 and name <> ''
      group by facility, day, entered, name having count(distinct number) >= $2
      union all
      select facility, day, entered, '', phone from placed
      where length(entered) >= 16 and phone <> ''
      group by facility, day, entered, phone having count(distinct number) >= $2
    ), found as (
      select row, number, facility, day from placed join runs using (facility, day, run)
      union
      select placed.row, placed.number, placed.facility, placed.day from placed join pasted
      on pasted.facility = placed.facility and pasted.day = placed.day and pasted.entered = placed.entered
        and (pasted.name = placed.name or pasted.name = '') and (pasted.phone = placed.phone or pasted.phone = '')
    ), told as (
      select facility, day, (array_agg(row order by row))[1:10] as others from found group by facility, day
    )
    select row, number as before, null as after, others from found join told using (facility, day)`,
  parameters: () => [RUN, ALIKE],
}
