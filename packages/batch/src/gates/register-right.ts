import type { GateCode } from '../plan/plan-codes.ts'
import type { PlannedDose } from '../plan/planned-dose.ts'

/** Only people of whom the population register said right, since their last edit (PR-01). */
export function registerRight({ identity }: PlannedDose): GateCode | undefined {
  return identity === 'verified' ? undefined : 'gate.register'
}
