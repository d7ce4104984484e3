import { isOneSlip } from '../../names/score.ts'
import type { SetRule } from './set-rule.ts'

/** How many rows of the day must have the lot that is proposed, and how many times as many as have the one in doubt. */
const USUAL = 5
const TIMES = 10

/**
 * A lot that nobody else has at the facility that day, beside one that differs in a letter that looks like a digit; or,
 * where there is a register and the lot is not in it, in any one sign. FK0112 and FK0113 may both be right.
 */
export const lotNearby: SetRule = {
  id: 'DS-10',
  severity: 'R',
  fix: 'S',
  fields: ['lot'],
  example: 'FKO112 among 200 times FK0112',
  sql: `
    with lots as (
      select facility, day, product, lot, lot_known, count(*) as count, translate(lot, 'OIL', '011') as shape
      from kept where facility <> '' and day <> '' and product <> '' and lot <> ''
      group by facility, day, product, lot, lot_known
    ), pairs as (
      select distinct on (odd.facility, odd.day, odd.product, odd.lot) odd.facility, odd.day, odd.product, odd.lot,
        usual.lot as after
      from lots odd join lots usual using (facility, day, product)
      where odd.lot <> usual.lot and not odd.lot_known and usual.count >= $1 and usual.count >= $2 * odd.count
        and (odd.shape = usual.shape and odd.lot ~ '[OIL]'
          or usual.lot_known and abs(length(odd.lot) - length(usual.lot)) <= 1
            and length(replace(translate(odd.lot, usual.lot, ''), ' ', '')) <= 1)
      order by odd.facility, odd.day, odd.product, odd.lot, usual.count desc, usual.lot
    )
    select row, lot as before, after, array[]::int[] as others from kept join pairs using (facility, day, product, lot)`,
  parameters: () => [USUAL, TIMES],
  holds: ({ before, after }) => after !== null && (looksLike(before) === looksLike(after) || isOneSlip(before, after)),
}

function looksLike(lot: string): string {
  return lot.replace(/O/g, '0').replace(/[IL]/g, '1')
}
