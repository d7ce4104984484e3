import type { Finding } from '../cleanse/rule.ts'
import type { RuleId } from '../cleanse/rule-id.ts'
import type { IdNumber } from '../identity/id-number.ts'
import { readNationality } from '../identity/nationality.ts'
import { readIdNumber } from '../identity/read-id-number.ts'
import type { FieldValues } from '../record.ts'

/** `asked`: the register is asked. `abroad`: a foreigner with a passport, whom it does not know. `elsewhere`: another office looks first. */
export type Way = 'asked' | 'abroad' | 'elsewhere'

/** Rules about who it is, that a right answer about number, name, birth date and sex together settles. */
const settledByRegister: ReadonlySet<RuleId> = new Set([
  ...(['ID-03', 'ID-04', 'ID-07', 'ID-10', 'ID-14', 'DB-02', 'DB-06', 'SX-01', 'SX-02'] as const),
  ...(['DU-05', 'DU-06', 'PR-01'] as const),
])

/** What no passport number is; some are digits only, and read as something else. */
const noPassport: ReadonlySet<IdNumber['kind']> = new Set(['none', 'masked', 'float', 'placeholder', 'personal'])

/** Of a row that is clean: every one goes on. */
export function wayOfClean(values: Readonly<FieldValues>): Way {
  return isForeigner(values) && !noPassport.has(readIdNumber(values.id_number).kind) ? 'abroad' : 'asked'
}

/** Of a listed row, with what is open about it: it goes on where the register can settle all of that. */
export function wayOfListed(values: Readonly<FieldValues>, open: readonly Finding[]): Way {
  const isSettled = open.length > 0 && open.every(({ rule }) => settledByRegister.has(rule))
  return isSettled && !isForeigner(values) ? 'asked' : 'elsewhere'
}

function isForeigner({ nationality }: Readonly<FieldValues>): boolean {
  return (readNationality(nationality) ?? 'VN') !== 'VN'
}
