import type { SetRule } from './set-rule.ts'

/** A digest or the name of a file: long, with a digit, without blanks. "Giấy xác nhận" is no evidence of one dose. */
const FILE = '^[[:alnum:]:._/+=-]{12,}$'

/** One photo or paper for people of different names. One paper for several doses of a person is right. */
export const sharedEvidence: SetRule = {
  id: 'DU-07',
  severity: 'R',
  fix: 'M',
  fields: ['evidence'],
  example: 'one photo in the reports of two people',
  sql: `
    with shared as (
      select evidence, (array_agg(row order by row))[1:10] as others from kept
      where evidence ~ $1 and evidence ~ '[0-9]' and name_key <> ''
      group by evidence having min(name_key) <> max(name_key)
    )
    select row, evidence as before, null as after, others from kept join shared using (evidence)`,
  parameters: () => [FILE],
}
