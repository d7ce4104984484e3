import type { GateCode } from '../plan/plan-codes.ts'
import type { PlannedDose } from '../plan/planned-dose.ts'

const MOST_DOSES = 9
const LONGEST_NAME = 200

/** Only doses as a cleansing leaves them: known by source, name, person and facility, and numbered within their series. */
export function cleansed({ source, doseId, personId, facility, number }: PlannedDose): GateCode | undefined {
  const isNumbered = number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST_DOSES
  return isNumbered && [source, doseId, personId, facility].every(isName) ? undefined : 'gate.cleansed'
}

/** No database holds U+0000, and no text in UTF-8 a lone surrogate: two names could become one. */
function isName(text: string): boolean {
  return text !== '' && text.length <= LONGEST_NAME && !text.includes('\0') && text.isWellFormed()
}
