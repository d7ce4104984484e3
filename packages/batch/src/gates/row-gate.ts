import type { PlannedDose } from '../plan/planned-dose.ts'
import { cleansed } from './cleansed.ts'
import { type CheckedConfirmations, facilityConfirmed } from './facility-confirmed.ts'
import { registerRight } from './register-right.ts'

/** What a dose alone decides: why it is held back, or undefined. */
export function rowGate(dose: PlannedDose, checked: CheckedConfirmations): string | undefined {
  return dose.refused ?? cleansed(dose) ?? registerRight(dose) ?? facilityConfirmed(dose, checked)
}
