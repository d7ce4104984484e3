import { Fault } from '@vaxcert/core/fault'
import type { CorrectCode } from './correct-codes.ts'
import type { Correction } from './event.ts'

/** What approved corrections made of a dose: the last value of each field, as far as they told. */
export interface CorrectedDose {
  readonly values: Readonly<Record<string, string>>
  readonly isWithdrawn: boolean
}

/**
 * A dose after one more correction: approved corrections follow from one another, whatever the records say.
 * @throws Fault `correct.stale` for a value that an earlier report changed into another one, `correct.withdrawn` for a dose
 * that one took back, `correct.known-dose` for one to be added that the history knows
 */
export function afterCorrection(dose: CorrectedDose | undefined, correction: Correction): CorrectedDose {
  if (correction.kind === 'add') {
    if (dose !== undefined) throw refused('correct.known-dose')
    return { values: correction.values, isWithdrawn: false }
  }
  if (dose?.isWithdrawn === true) throw refused('correct.withdrawn')
  const values = dose?.values ?? {}
  if (correction.kind === 'withdraw') return { values, isWithdrawn: true }
  const { field, before, after } = correction
  if (Object.hasOwn(values, field) && values[field] !== before) throw refused('correct.stale')
  return { values: { ...values, [field]: after }, isWithdrawn: false }
}

function refused(code: CorrectCode): Fault<CorrectCode> {
  return new Fault(code)
}
