import { maskedNumber } from '../../cleanse/rules/id-number.ts'
import type { SetRule } from './set-rule.ts'

/**
 * A number of which six digits show, and rows of one number, no more, that ends in them: of the same name, birth date
 * and sex. It is proposed, never taken.
 */
export const hiddenNumber: SetRule = {
  id: maskedNumber.id,
  severity: maskedNumber.severity,
  fix: maskedNumber.fix,
  fields: maskedNumber.fields,
  example: '******012345 → 001085012345?',
  sql: `
    with hidden as (
      select row, shown, name_key, birth, sex from kept where shown <> '' and name_key <> '' and length(birth) = 10
    )
    select hidden.row, '******' || hidden.shown as before, min(other.number) as after,
      (array_agg(other.row order by other.row))[1:10] as others
    from hidden join kept other on other.name_key = hidden.name_key and other.birth = hidden.birth
      and other.kind = 'personal' and right(other.number, 6) = hidden.shown
      and (other.sex = hidden.sex or other.sex = '' or hidden.sex = '')
    group by hidden.row, hidden.shown having min(other.number) = max(other.number)`,
  parameters: () => [],
}
